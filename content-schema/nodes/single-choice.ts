import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, flag } from './attributes.ts'
import { questionAttrs } from './question-attributes.ts'

const attrs = { ...questionAttrs, shuffle: flag(true) }
export type SingleChoiceAttrs = AttrsOf<typeof attrs>

/** A question with exactly one right answer — "QCU" in French practice. */
export const singleChoice: NodeSpec = {
  group: 'element question',
  content: 'prompt choice{2,8} feedback',
  isolating: true,
  ...element('section', 'single-choice', attrs),
}
