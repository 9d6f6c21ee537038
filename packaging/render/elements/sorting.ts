import type { Node } from 'prosemirror-model'
import { partsOf } from '#content-schema/nodes/shared/piece-faults.ts'
import { inside, type RenderContext, type Renderer, renders } from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { question, rightAndWrong } from './shared/question.ts'
import { placeFields, placeLines, type Source, type Target } from './shared/to-place.ts'

const texts = {
  fr: {
    hint: 'Choisissez la catégorie de chaque élément.',
    empty: 'Choisissez d’abord une catégorie à chaque ligne.',
    none: 'aucun élément',
  },
  en: {
    hint: 'Choose a category for each item.',
    empty: 'Choose a category for every item first.',
    none: 'no items',
  },
}

const sorting: Renderer = (node, context) => {
  return question(
    node,
    context,
    context.say(texts),
    fields(node, context),
    rightAndWrong(node, context),
  )
}

export default renders('sorting', {
  sorting,
  sortingCategory: inside,
  sortingName: inside,
  sortingItem: inside,
  sortingText: inside,
})

function fields(node: Node, context: RenderContext): Html {
  const categories = partsOf(node, 'sortingCategory')
  if (context.answers) return answers(categories, context)
  const targets = categories.map(({ attrs, firstChild }): Target => {
    return { id: attrs.id, text: firstChild?.textContent ?? '' }
  })
  // Ids are random: their order gives nothing away.
  const sources = categories
    .flatMap((category, index) =>
      partsOf(category, 'sortingItem').map(({ attrs, firstChild }): Source => {
        return { id: attrs.id, words: firstChild, target: targets[index]! }
      }),
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  if (context.paper) return placeLines(sources, targets, context)
  return fragment(
    placeFields(sources, targets, context, { rows: true, targets: false }),
    columns(targets),
  )
}

/** Where what was chosen is seen at a glance; the lists above say it already. */
function columns(targets: Target[]): Html {
  return h(
    'div',
    { class: 'sorting-columns', 'aria-hidden': 'true' },
    targets.map(({ id, text }) =>
      h('div', { 'data-category': id }, h('p', {}, text), h('ul', {})),
    ),
  )
}

function answers(categories: Node[], context: RenderContext): Html {
  return h(
    'dl',
    { class: 'sorting-answers' },
    categories.map((category) => {
      const items = partsOf(category, 'sortingItem')
      return fragment(
        h('dt', {}, category.firstChild?.textContent),
        items.map((item) => h('dd', {}, h('span', { class: 'verdict' }, context.inside(item)))),
        items.length === 0 && h('dd', {}, context.say(texts).none),
      )
    }),
  )
}
