import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, leaf, nodeId, oneOf, wholeNumber } from './attributes.ts'
import { referenceAttrs } from './reference-attributes.ts'

const attrs = {
  ...referenceAttrs,
  /** The element that stands here, by its id in that module. */
  nodeId: nodeId(),
  /** Whether it has to be done here; `own`: as it says itself. Of an element that knows no such thing, nothing is asked. */
  required: oneOf(['own', 'yes', 'no']),
  /** What the question is worth here; 0: as it says itself. */
  points: wholeNumber(0, 0, 100),
}
export type ReuseAttrs = AttrsOf<typeof attrs>

/** One element of another module, where an element of one's own could stand. What it says is never changed. */
export const reuse: NodeSpec = {
  group: 'element',
  ...leaf('div', 'reuse', attrs),
}
