import type { Node, NodeSpec } from 'prosemirror-model'
import { type Described, defineElement, type Fault, nothingToFind } from '../element.ts'
import { type ClozeKey, longestGap } from '../scoring/kinds/cloze.ts'
import { type AttrsOf, element, flag, leaf, nodeId, texts } from './shared/attributes.ts'
import { askedIn } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { partsOf } from './shared/piece-faults.ts'
import { promptFaults } from './shared/question-faults.ts'
import { acceptedIn, toleranceAttrs, toleranceOf } from './shared/typed-answer.ts'

const attrs = {
  ...questionAttrs,
  ...toleranceAttrs,
  /** The missing words are shown above the text, in another order. */
  bank: flag(),
  /** Each gap earns its share; without it, all or nothing. */
  partialCredit: flag(true),
}
export type ClozeAttrs = AttrsOf<typeof attrs>

/** A text in which words are missing. */
const cloze: NodeSpec = {
  group: 'element question',
  content: 'prompt clozeText+ feedback{2}',
  isolating: true,
  ...element('section', 'cloze', attrs),
}

const clozeText: NodeSpec = {
  content: '(inline | clozeGap)*',
  defining: true,
  ...element('div', 'cloze-text', {}),
}

const gapAttrs = {
  id: nodeId(),
  /** Every way of filling it, the one that is shown first. */
  accepted: texts(10, longestGap),
  /** Wrong words to choose among; with them it is chosen from a list instead of being typed. */
  choices: texts(10, longestGap),
}
export type ClozeGapAttrs = AttrsOf<typeof gapAttrs>

const clozeGap: NodeSpec = {
  inline: true,
  draggable: true,
  leafText: ({ attrs }) => acceptedIn(attrs.accepted)[0] ?? '…',
  ...leaf('span', 'cloze-gap', gapAttrs),
}

export default defineElement({
  nodes: { cloze, clozeText, clozeGap },
  names: { fr: 'Texte à trous', en: 'Fill in the gaps' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'fill-in', scorm2004: 'fill-in', xapi: 'fill-in' },
  unfinished: (node) => [...promptFaults(node), ...gapFaults(node)],
  sentences: {
    'without-gap': {
      fr: 'un texte à trous n’a pas de trou.',
      en: 'This text has no gaps.',
    },
    'blank-gap': {
      fr: 'un trou n’accepte encore aucun mot.',
      en: 'This gap has no accepted words.',
    },
  },
  // Each field says which gap it is, and how many there are.
  accessibility: nothingToFind,
  question: { key: readKey, describe },
})

export function gapsOf(question: Node): Node[] {
  return partsOf(question, 'clozeGap')
}

function gapFaults(question: Node): Fault[] {
  const gaps = gapsOf(question)
  if (gaps.length === 0) return [{ code: 'cloze.without-gap', severity: 'blocks' }]
  return gaps
    .filter(({ attrs }) => acceptedIn(attrs.accepted).length === 0)
    .map((within) => ({ code: 'cloze.blank-gap', severity: 'blocks', within }))
}

/** Whoever sees the words has only to copy them: no slip is forgiven. */
function readKey(question: Node): { kind: 'cloze'; key: ClozeKey } | null {
  const { bank, partialCredit, ...attrs } = question.attrs as ClozeAttrs
  const gaps = gapsOf(question).map(({ attrs }) => ({
    id: String(attrs.id),
    accepted: acceptedIn(attrs.accepted),
    ...(acceptedIn(attrs.choices).length > 0 && { chosen: true }),
  }))
  if (gaps.length === 0 || gaps.some(({ accepted }) => accepted.length === 0)) return null
  const tolerance = toleranceOf(attrs)
  const key = { ...tolerance, spelling: tolerance.spelling && !bank, gaps, partialCredit }
  return { kind: 'cloze', key }
}

/** The text as it is asked: what is missing is missing there too. */
function describe(question: Node): Described[] {
  const text = partsOf(question, 'clozeText')
    .map((line) => line.textBetween(0, line.content.size, ' ', (leaf) => blank(leaf)))
    .join(' ')
  return [{ prompt: `${askedIn(question)} ${text}`.trim().slice(0, 240) }]
}

function blank({ type }: Node): string {
  return type.name === 'clozeGap' ? '____' : ' '
}
