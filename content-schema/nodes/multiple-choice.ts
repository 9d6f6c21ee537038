import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, flag } from './attributes.ts'
import { questionAttrs } from './question-attributes.ts'

const attrs = {
  ...questionAttrs,
  shuffle: flag(true),
  /** Each right choice earns its share and each wrong one takes a share back, never below zero. */
  partialCredit: flag(true),
}
export type MultipleChoiceAttrs = AttrsOf<typeof attrs>

/** A question with one right answer or several — "QCM". */
export const multipleChoice: NodeSpec = {
  group: 'element question',
  content: 'prompt choice{2,8} feedback',
  isolating: true,
  ...element('section', 'multiple-choice', attrs),
}
