import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import type { FillInKey } from '../scoring/kinds/fill-in.ts'
import { type AttrsOf, element, texts } from './shared/attributes.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { promptFaults } from './shared/question-faults.ts'
import { acceptedIn, toleranceAttrs, toleranceOf } from './shared/typed-answer.ts'

const attrs = {
  ...questionAttrs,
  ...toleranceAttrs,
  /** Every way of being right, the one that is shown first. */
  accepted: texts(30, 80),
}
export type ShortAnswerAttrs = AttrsOf<typeof attrs>

/** A word or a few to type; the first feedback answers a right one, the second a wrong one. */
const shortAnswer: NodeSpec = {
  group: 'element question',
  content: 'prompt feedback{2}',
  isolating: true,
  ...element('section', 'short-answer', attrs),
}

export default defineElement({
  nodes: { shortAnswer },
  names: { fr: 'Réponse courte', en: 'Short answer' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'fill-in', scorm2004: 'fill-in', xapi: 'fill-in' },
  unfinished: (node) => [...promptFaults(node), ...acceptedFaults(node)],
  sentences: {
    'nothing-accepted': {
      fr: 'une question à réponse courte n’accepte encore aucune réponse.',
      en: 'This short answer question has no accepted answers.',
    },
  },
  // One field with a label.
  accessibility: nothingToFind,
  question: { key: readKey },
})

function acceptedFaults({ attrs }: Node): Fault[] {
  if (acceptedIn(attrs.accepted).length > 0) return []
  return [{ code: 'shortAnswer.nothing-accepted', severity: 'blocks' }]
}

function readKey({ attrs }: Node): { kind: 'fillIn'; key: FillInKey } | null {
  const accepted = acceptedIn(attrs.accepted)
  if (accepted.length === 0) return null
  return {
    kind: 'fillIn',
    key: { accepted, ...toleranceOf(attrs as ShortAnswerAttrs) },
  }
}
