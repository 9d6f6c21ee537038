import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, nodeId, oneOf } from './attributes.ts'

export const calloutKinds = [
  'remember',
  'caution',
  'regulation',
  'tip',
  'example',
  'definition',
] as const

const attrs = { id: nodeId(), kind: oneOf(calloutKinds) }
export type CalloutAttrs = AttrsOf<typeof attrs>

/** A boxed remark ("encadré"): what to remember, what is dangerous, what the law says. */
export const callout: NodeSpec = {
  group: 'element',
  content: 'flow+',
  defining: true,
  ...element('aside', 'callout', attrs),
}
