import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, decimal, element, text } from './attributes.ts'
import { questionAttrs } from './question-attributes.ts'

const attrs = {
  ...questionAttrs,
  /** The right answer; `null` until the author gives it. */
  value: decimal(),
  /** How far an answer may be from it, in the same unit; `null` means not at all. */
  tolerance: decimal(0),
  /** Written beside the field, for example `m` or `€`. */
  unit: text('', 40),
}
export type NumericAttrs = AttrsOf<typeof attrs>

/** A question answered by a number; the first feedback answers a right one, the second a wrong one. */
export const numeric: NodeSpec = {
  group: 'element question',
  content: 'prompt feedback{2}',
  isolating: true,
  ...element('section', 'numeric', attrs),
}
