import type { Node } from 'prosemirror-model'
import { fill } from '#packaging/player/i18n/words.ts'
import { inOwnLanguage, type RenderContext } from '#packaging/render/context.ts'
import { fragment, type Html, h } from '#packaging/render/html.ts'

/** Something to be put with something else: its words, whose part it is, what it belongs to. */
export type Source = { id: string; words: Node | null; target: Target }
export type Target = { id: string; text: string }

const words = {
  fr: { choose: 'Choisir…', right: 'Bonne réponse : {n}' },
  en: { choose: 'Choose…', right: 'Correct answer: {n}' },
}

/** A list to choose from for each source: read and answered without seeing or dragging anything. */
export function placeFields(
  sources: Source[],
  targets: Target[],
  context: RenderContext,
  shuffled: { rows: boolean; targets: boolean },
): Html {
  const { choose, right } = context.say(words)
  return h(
    'ul',
    {
      class: 'to-place',
      'data-shuffle-rows': shuffled.rows,
      'data-shuffle-targets': shuffled.targets,
    },
    sources.map(({ id, words, target }) =>
      h(
        'li',
        { 'data-target': target.id, 'data-right': fill(right, { n: target.text }) },
        h('label', { for: `${id}-place` }, words && context.render(words)),
        h(
          'select',
          { id: `${id}-place`, name: id },
          h('option', { value: '', ...inOwnLanguage(context) }, choose),
          targets.map(({ id, text }) => h('option', { value: id }, text)),
        ),
      ),
    ),
  )
}

/** To be filled in by hand: a line before each source for the letter of its target. */
export function placeLines(sources: Source[], targets: Target[], context: RenderContext): Html {
  return fragment(
    h(
      'ol',
      { class: 'place-targets', type: 'A' },
      targets.map(({ text }) => h('li', {}, text)),
    ),
    h(
      'ul',
      { class: 'place-sources' },
      sources.map(({ words }) => h('li', {}, '____ ', words && context.render(words))),
    ),
  )
}

/** What goes with what, for reviewers. */
export function placeAnswers(pairs: [Source, Target][], context: RenderContext): Html {
  return h(
    'ul',
    { class: 'place-answers' },
    pairs.map(([{ id, words }, { text }]) =>
      h(
        'li',
        { 'data-node-id': context.nodeIds ? id : null },
        words && context.render(words),
        h('span', { 'aria-hidden': 'true' }, ' → '),
        h(
          'span',
          { class: 'for-screen-readers' },
          ` ${context.say({ fr: 'va avec', en: 'goes with' })} `,
        ),
        h('span', { class: 'verdict' }, text),
      ),
    ),
  )
}
