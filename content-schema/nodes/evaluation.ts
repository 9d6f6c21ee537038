import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { corrections } from '../scoring/assessment.ts'
import { type AttrsOf, element, flag, oneOf, wholeNumber } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'

/** Of one evaluation: a longer one is several. */
export const mostQuestions = 60

const attrs = {
  ...elementAttrs,
  /** Points needed to pass, in whole percent; as for a new module. */
  threshold: wholeNumber(70, 0, 100),
  /** 0 for as many as one likes. */
  attempts: wholeNumber(2, 0, 20),
  /** How many of its questions each attempt draws; 0 for all. */
  draw: wholeNumber(0, 0, mostQuestions),
  /** Questions in an order of their own at each attempt. */
  shuffle: flag(),
  /** When it is said what was right. */
  correction: oneOf(corrections),
  /** The module is not complete before it is handed in. */
  required: flag(true),
}
export type EvaluationAttrs = AttrsOf<typeof attrs>

/**
 * Questions asked together, handed in together, passed or failed together, in several attempts if
 * need be. Its best attempt counts in the module's score.
 */
const evaluation: NodeSpec = {
  group: 'element',
  content: 'evaluationTitle (flow | heading | image | callout | question | questionDraw)+',
  isolating: true,
  holdsElements: true,
  ...element('section', 'evaluation', attrs),
}

/** What it is called; "Évaluation" while it is empty. */
const evaluationTitle: NodeSpec = titleLine('evaluation-title')

export default defineElement({
  nodes: { evaluation, evaluationTitle },
  names: { fr: 'Évaluation', en: 'Assessment' },
  wave: 1,
  group: 'question',
  // What is asked in it is told question by question; itself it is an objective.
  tracks: { completion: 'answered' },
  unfinished: (node) => {
    const questions = questionsIn(node)
    return [...countFaults(node, questions), ...pointFaults(node, questions)]
  },
  sentences: {
    'without-question': {
      fr: 'l’évaluation ne pose aucune question.',
      en: 'This assessment has no questions.',
    },
    'too-many-questions': {
      fr: 'l’évaluation a {{count}} questions : {{most}} au plus.',
      en: 'This assessment has {{count}} questions; the maximum is {{most}}.',
    },
    'draw-above-questions': {
      fr: 'l’évaluation tire {{draw}} questions et n’en a que {{count}}.',
      en: 'This assessment draws {{draw}} questions but has only {{count}}.',
    },
    'nothing-scored': {
      fr: 'aucune question de l’évaluation ne rapporte de points : son seuil ne peut pas être atteint.',
      en: 'No question in this assessment is worth any points, so its pass mark cannot be reached.',
    },
    'threshold-zero': {
      fr: 'le seuil de l’évaluation est de 0 % : on la réussit sans répondre.',
      en: 'The pass mark is 0%, so learners pass without answering.',
    },
    'points-vary': {
      fr: 'les questions tirées au sort ne valent pas toutes autant de points : le total change d’une tentative à l’autre.',
      en: 'Questions drawn at random are worth different numbers of points, so the total varies between attempts.',
    },
  },
  // Its questions are looked at each by itself; where the focus goes is the player's business.
  accessibility: nothingToFind,
  assessment: ({ attrs }) => {
    const { draw, shuffle, threshold, attempts, correction } = attrs as EvaluationAttrs
    return { draw, shuffle, threshold, attempts, correction }
  },
})

/** The questions written in it, finished or not. */
export function questionsIn(node: Node): Node[] {
  return node.children.filter(({ type }) => type.isInGroup('question')) as Node[]
}

function countFaults({ attrs, children }: Node, { length: count }: Node[]): Fault[] {
  const { draw } = attrs
  // How many come from a bank is known once they are there.
  if (children.some(({ type }) => type.name === 'questionDraw')) return []
  if (count === 0) return [blocking('without-question')]
  return [
    ...(count > mostQuestions
      ? [blocking('too-many-questions', { count, most: mostQuestions })]
      : []),
    ...(draw > count ? [blocking('draw-above-questions', { draw, count })] : []),
  ]
}

function pointFaults({ attrs }: Node, questions: Node[]): Fault[] {
  // Opinions have none.
  const points = new Set<number>(questions.map(({ attrs }) => attrs.points ?? 0))
  const unequal = attrs.draw > 0 && attrs.draw < questions.length && points.size > 1
  const unscored = questions.length > 0 && Math.max(...points) === 0
  return [
    ...(unscored ? [blocking('nothing-scored')] : []),
    ...(attrs.threshold === 0 ? [warning('threshold-zero')] : []),
    ...(unequal ? [warning('points-vary')] : []),
  ]
}

function blocking(code: string, params?: Fault['params']): Fault {
  return { code: `evaluation.${code}`, severity: 'blocks', ...(params && { params }) }
}

function warning(code: string): Fault {
  return { code: `evaluation.${code}`, severity: 'warns' }
}
