import type { Node } from 'prosemirror-model'
import { gapsOf } from '#content-schema/nodes/cloze.ts'
import { acceptedIn } from '#content-schema/nodes/shared/typed-answer.ts'
import { longestGap } from '#content-schema/scoring/kinds/cloze.ts'
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
    hint: 'Complétez le texte.',
    empty: 'Remplissez d’abord au moins un trou.',
    gap: 'Trou {n} sur {total}',
    bank: 'Mots à placer',
    right: 'juste',
    wrong: 'bonne réponse : {n}',
  },
  en: {
    hint: 'Fill in the gaps.',
    empty: 'Fill in at least one gap first.',
    gap: 'Gap {n} of {total}',
    bank: 'Word bank',
    right: 'correct',
    wrong: 'correct answer: {n}',
  },
}

const cloze: Renderer = (node, context) => {
  const lines = node.children.filter(({ type }) => type.name === 'clozeText')
  return question(
    node,
    context,
    context.say(texts),
    bank(node, context),
    h(
      'div',
      { class: 'cloze' },
      lines.map((line) => h('p', {}, filled(line, gapsOf(node), context))),
    ),
    rightAndWrong(node, context),
  )
}

export default renders('cloze', { cloze, clozeText: inside, clozeGap: () => fragment('____') })

/** A line of the text, each gap in its place, numbered among all. */
function filled(line: Node, gaps: Node[], context: RenderContext): Html {
  return fragment(
    line.children.map((child) =>
      child.type.name === 'clozeGap'
        ? gap(child, gaps.indexOf(child) + 1, gaps.length, context)
        : context.render(child),
    ),
  )
}

function gap(node: Node, n: number, total: number, context: RenderContext): Html {
  const accepted = acceptedIn(node.attrs.accepted)
  const wrong = acceptedIn(node.attrs.choices)
  if (context.answers) return h('strong', { class: 'verdict' }, accepted.join(' / '))
  if (context.paper) return fragment('_'.repeat(longestOf([...accepted, ...wrong]) + 6))
  const said = context.say(texts)
  const label = fill(said.gap, { n, total })
  const common = { name: node.attrs.id, id: node.attrs.id, 'aria-label': label }
  return h(
    'span',
    {
      class: 'gap',
      'data-right': said.right,
      'data-wrong': fill(said.wrong, { n: accepted[0] ?? '' }),
    },
    wrong.length > 0
      ? h(
          'select',
          common,
          h('option', { value: '' }, '…'),
          inAlphabet([...accepted.slice(0, 1), ...wrong], context).map((word) =>
            h('option', { value: word }, word),
          ),
        )
      : h('input', {
          ...common,
          type: 'text',
          autocomplete: 'off',
          autocapitalize: 'off',
          spellcheck: 'false',
          maxlength: longestGap,
          size: longestOf(accepted) + 1,
        }),
  )
}

/** What is missing, in the order of the alphabet; on paper also what there is to choose from. */
function bank(node: Node, context: RenderContext): Html {
  const gaps = gapsOf(node)
  const listed = gaps.filter(
    ({ attrs }) => attrs.choices.length > 0 && context.paper && !node.attrs.bank,
  )
  const shown = node.attrs.bank ? gaps : listed
  if (shown.length === 0 || context.answers) return fragment()
  const words = shown.flatMap(({ attrs }) => [
    ...acceptedIn(attrs.accepted).slice(0, 1),
    ...acceptedIn(attrs.choices),
  ])
  return h(
    'p',
    { class: 'cloze-bank' },
    h('span', inOwnLanguage(context), context.say(texts).bank, context.words.colon),
    inAlphabet(words, context).map((word) => fragment(' ', h('span', {}, word))),
  )
}

function inAlphabet(words: string[], { contentLanguage }: RenderContext): string[] {
  return [...words].sort((one, other) => one.localeCompare(other, contentLanguage))
}

function longestOf(words: string[]): number {
  return Math.max(2, ...words.map(({ length }) => length))
}
