import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId, texts } from './shared/attributes.ts'
import { opinionAttrs } from './shared/element-attributes.ts'
import { opinionFaults } from './shared/opinion-faults.ts'
import { describeOpinions, opinionKey } from './shared/opinion-question.ts'

const attrs = {
  ...opinionAttrs,
  /** Names of the steps, from the least to the most, in the language of the module. */
  scale: texts(9, 80),
}
export type SurveyAttrs = AttrsOf<typeof attrs>

/** Opinions on statements, on one scale, and a free comment where something is asked for it. */
const survey: NodeSpec = {
  group: 'element question',
  content: 'prompt surveyStatement{1,20} surveyComment',
  isolating: true,
  ...element('section', 'survey', attrs),
}

const surveyStatement: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'survey-statement', { id: nodeId() }),
}

/** What is asked of whoever wants to say more; empty when no comment is wanted. */
const surveyComment: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'survey-comment', { id: nodeId() }),
}

export default defineElement({
  nodes: { survey, surveyStatement, surveyComment },
  names: { fr: 'Échelle d’opinion', en: 'Opinion scale' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'likert', scorm2004: 'likert', xapi: 'likert' },
  unfinished: (node) => opinionFaults(node, 'surveyStatement', node.attrs.scale),
  sentences: {
    'line-without-text': {
      fr: 'une affirmation d’une échelle d’opinion est vide.',
      en: 'This statement is empty.',
    },
    'scale-too-short': {
      fr: 'une échelle d’opinion a moins de deux degrés.',
      en: 'This opinion scale has fewer than two points.',
    },
  },
  // Each statement is a group of radio buttons with a legend; each step has its name in full.
  accessibility: nothingToFind,
  question: {
    key: (node) => opinionKey(node, partsOfSurvey(node)),
    describe: (node) => describeOpinions(node, partsOfSurvey(node)),
  },
})

function partsOfSurvey(node: Node) {
  return { line: 'surveyStatement', steps: node.attrs.scale, comment: node.lastChild }
}
