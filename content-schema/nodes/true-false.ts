import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, flag } from './attributes.ts'
import { questionAttrs } from './question-attributes.ts'

const attrs = {
  ...questionAttrs,
  tries: { ...questionAttrs.tries, default: 1 },
  answer: flag(true),
}
export type TrueFalseAttrs = AttrsOf<typeof attrs>

/** A statement to judge; the first feedback answers "true", the second "false". */
export const trueFalse: NodeSpec = {
  group: 'element question',
  content: 'prompt feedback{2}',
  isolating: true,
  ...element('section', 'true-false', attrs),
}
