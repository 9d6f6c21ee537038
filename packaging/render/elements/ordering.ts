import type { Node } from 'prosemirror-model'
import { partsOf } from '#content-schema/nodes/shared/piece-faults.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import {
  inOwnLanguage,
  inside,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { question, rightAndWrong } from './shared/question.ts'

const texts = {
  fr: {
    hint: 'Remettez dans l’ordre, avec les boutons de chaque ligne.',
    paper: 'Numérotez dans l’ordre.',
    empty: '',
    up: 'Monter : {item}',
    down: 'Descendre : {item}',
    moved: '{item} : place {n} sur {total}',
    edge: '{item} : déjà à la place {n} sur {total}',
    right: 'Bonne place : {n}',
  },
  en: {
    hint: 'Use the buttons to put the items in order.',
    paper: 'Number the items in order.',
    empty: '',
    up: 'Move up: {item}',
    down: 'Move down: {item}',
    moved: '{item}: position {n} of {total}',
    edge: '{item}: already at position {n} of {total}',
    right: 'Correct position: {n}',
  },
}

const ordering: Renderer = (node, context) => {
  const { paper } = context
  const said = context.say(texts)
  return question(
    node,
    context,
    { hint: paper ? said.paper : said.hint, empty: said.empty },
    items(node, context),
    rightAndWrong(node, context),
  )
}

export default renders('ordering', { ordering, orderingItem: inside, orderingText: inside })

function items(node: Node, context: RenderContext): Html {
  const inOrder = partsOf(node, 'orderingItem')
  if (context.answers) return answers(inOrder, context)
  // Ids are random: their order gives nothing away.
  const shown = [...inOrder].sort((one, other) => (one.attrs.id < other.attrs.id ? -1 : 1))
  if (context.paper) {
    return h(
      'ul',
      { class: 'place-sources' },
      shown.map((item) => h('li', {}, '____ ', context.inside(item))),
    )
  }
  const { moved, edge } = context.say(texts)
  return fragment(
    h(
      'ol',
      { class: 'to-order', 'data-moved': moved, 'data-edge': edge },
      shown.map((item) => toOrder(item, inOrder.indexOf(item) + 1, context)),
    ),
    h('p', { class: 'for-screen-readers', 'aria-live': 'polite', ...inOwnLanguage(context) }),
  )
}

function toOrder(item: Node, n: number, context: RenderContext): Html {
  const { up, down, right } = context.say(texts)
  const button = (direction: 'up' | 'down', label: string) =>
    h(
      'button',
      {
        type: 'button',
        'data-move': direction,
        'aria-label': label.replace('{item}', () => item.textContent),
        ...inOwnLanguage(context),
      },
      h('span', { 'aria-hidden': 'true' }, direction === 'up' ? '↑' : '↓'),
    )
  return h(
    'li',
    { 'data-item': item.attrs.id, 'data-right': fill(right, { n }) },
    h('span', { class: 'order-words' }, context.inside(item)),
    h('span', { class: 'order-buttons' }, button('up', up), button('down', down)),
  )
}

function answers(items: Node[], context: RenderContext): Html {
  return fragment(
    h('p', { class: 'verdict' }, context.words.rightAnswer),
    h(
      'ol',
      {},
      items.map((item) => h('li', {}, context.inside(item))),
    ),
  )
}
