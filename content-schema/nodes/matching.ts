import type { Node, NodeSpec } from 'prosemirror-model'
import { type Described, defineElement, nothingToFind } from '../element.ts'
import { excerpt } from '../plain-text.ts'
import type { MatchingKey } from '../scoring/kinds/matching.ts'
import { type AttrsOf, element, flag, nodeId } from './shared/attributes.ts'
import { askedIn } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { textLine } from './shared/line.ts'
import { blankFaults, partsOf } from './shared/piece-faults.ts'
import { promptFaults } from './shared/question-faults.ts'

const attrs = {
  ...questionAttrs,
  /** What is to be put with something stands in another order for each learner. */
  shuffle: flag(true),
  /** Each right pair earns its share; without it, all or nothing. */
  partialCredit: flag(true),
}
export type MatchingAttrs = AttrsOf<typeof attrs>

/** Things to be put together. SCORM 1.2 names at most 36 targets, by one character each. */
const matching: NodeSpec = {
  group: 'element question',
  content: 'prompt matchingPair{2,24} matchingDistractor{0,12} feedback{2}',
  isolating: true,
  ...element('section', 'matching', attrs),
}

const matchingPair: NodeSpec = {
  content: 'matchingSource matchingTarget',
  isolating: true,
  ...element('div', 'matching-pair', { id: nodeId() }),
}

const matchingSource: NodeSpec = textLine('matching-source')

/** Chosen from a list, where there is room for words alone. */
const matchingTarget: NodeSpec = {
  content: 'text*',
  marks: '',
  defining: true,
  ...element('div', 'matching-target', { id: nodeId() }),
}

/** Something that goes with nothing. */
const matchingDistractor: NodeSpec = {
  content: 'matchingTarget',
  isolating: true,
  ...element('div', 'matching-distractor', { id: nodeId() }),
}

export default defineElement({
  nodes: { matching, matchingPair, matchingSource, matchingTarget, matchingDistractor },
  names: { fr: 'Appariement', en: 'Matching' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'matching', scorm2004: 'matching', xapi: 'matching' },
  unfinished: (node) => [
    ...promptFaults(node),
    ...blankFaults(node, ['matchingSource', 'matchingTarget'], 'matching.blank-side'),
  ],
  sentences: {
    'blank-side': {
      fr: 'il manque un côté à une paire, ou le texte d’un intrus.',
      en: 'A pair or distractor is incomplete.',
    },
  },
  // A list to choose from for each thing, labelled by it.
  accessibility: nothingToFind,
  question: { key: readKey, describe },
})

/** Two targets that say the same are one: whoever reads them cannot tell them apart. */
export function targetsOf(question: Node): Node[] {
  const seen = new Set<string>()
  return partsOf(question, 'matchingTarget').filter((target) => {
    const words = target.textContent.trim()
    return !seen.has(words) && seen.add(words)
  })
}

function readKey(question: Node): { kind: 'matching'; key: MatchingKey } {
  const targets = targetsOf(question)
  const targetOf = (pair: Node) => {
    const words = pair.lastChild?.textContent.trim()
    return targets.find(({ textContent }) => textContent.trim() === words)
  }
  const sources = partsOf(question, 'matchingPair').map((pair) => ({
    id: String(pair.attrs.id),
    target: String(targetOf(pair)?.attrs.id),
  }))
  const { partialCredit } = question.attrs
  return {
    kind: 'matching',
    key: { sources, targets: targets.map(({ attrs }) => String(attrs.id)), partialCredit },
  }
}

function describe(question: Node): Described[] {
  const named = (node: Node, words: Node | null = node) => ({
    id: String(node.attrs.id),
    text: excerpt(words ?? node, 200),
  })
  const source = partsOf(question, 'matchingPair').map((pair) => named(pair, pair.firstChild))
  const target = targetsOf(question).map((each) => named(each))
  return [{ prompt: askedIn(question), source, target }]
}
