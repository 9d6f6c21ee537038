import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId, oneOf, texts } from './shared/attributes.ts'
import { opinionAttrs } from './shared/element-attributes.ts'
import { opinionFaults } from './shared/opinion-faults.ts'
import { describeOpinions, opinionKey } from './shared/opinion-question.ts'

/** What a standard item asks about, so that answers of several modules can be put side by side. */
export const satisfactionSubjects = [
  'own',
  'clarity',
  'usefulness',
  'pace',
  'ease',
  'overall',
] as const
export type SatisfactionSubject = (typeof satisfactionSubjects)[number]

const attrs = {
  ...opinionAttrs,
  /** Names of the steps, from the least to the most, in the language of the module. */
  scale: texts(9, 80),
}
export type SatisfactionAttrs = AttrsOf<typeof attrs>

/** What learners thought of it, right at its end ("évaluation à chaud"). */
const satisfaction: NodeSpec = {
  group: 'element question',
  content: 'prompt satisfactionItem{1,15} satisfactionComment',
  isolating: true,
  ...element('section', 'satisfaction', attrs),
}

const satisfactionItem: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'satisfaction-item', {
    id: nodeId(),
    subject: oneOf(satisfactionSubjects),
  }),
}

/** What is asked of whoever wants to say more; empty when no comment is wanted. */
const satisfactionComment: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'satisfaction-comment', { id: nodeId() }),
}

export default defineElement({
  nodes: { satisfaction, satisfactionItem, satisfactionComment },
  names: { fr: 'Évaluation à chaud', en: 'Satisfaction survey' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'likert', scorm2004: 'likert', xapi: 'likert' },
  unfinished: (node) => opinionFaults(node, 'satisfactionItem', node.attrs.scale),
  sentences: {
    'line-without-text': {
      fr: 'une ligne d’une évaluation à chaud est vide.',
      en: 'This statement is empty.',
    },
    'scale-too-short': {
      fr: 'l’échelle d’une évaluation à chaud a moins de deux degrés.',
      en: 'This satisfaction survey’s scale has fewer than two points.',
    },
  },
  // Each item is a group of radio buttons with a legend; each step has its name in full.
  accessibility: nothingToFind,
  question: {
    key: (node) => opinionKey(node, partsOfSurvey(node)),
    describe: (node) => describeOpinions(node, partsOfSurvey(node)),
  },
})

function partsOfSurvey(node: Node) {
  return { line: 'satisfactionItem', steps: node.attrs.scale, comment: node.lastChild }
}
