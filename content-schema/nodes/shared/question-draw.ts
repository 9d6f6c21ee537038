import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, leaf, text, texts, wholeNumber } from './attributes.ts'
import { referenceAttrs } from './reference-attributes.ts'

const attrs = {
  ...referenceAttrs,
  /** How many are drawn; 0 for all that match. */
  count: wholeNumber(1, 0, 60),
  /** Only from these pages of the bank, by their ids; from all of them where none is named. */
  pages: texts(200, 10),
  /** Only questions of these kinds, by the names of their elements. */
  kinds: texts(40, 40),
  /** Only questions tied to one of these competencies, by their ids. */
  competencies: texts(20, 64),
  /** Another one draws others. */
  seed: text('', 20),
}
export type QuestionDrawAttrs = AttrsOf<typeof attrs>

/**
 * Questions of another module, of which some are drawn. They are drawn when the module is resolved, so
 * all learners of an edition are asked the same ones: what an LMS keeps of a learner names questions by
 * their place. Inside an assessment all that match may be taken (`count` 0), and the assessment draws
 * among its questions at each attempt.
 */
export const questionDraw: NodeSpec = {
  group: 'element',
  ...leaf('div', 'question-draw', attrs),
}
