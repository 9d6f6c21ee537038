import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, nodeId, readAttrs, toData } from './attributes.ts'

const attrs = { id: nodeId() }
export type ParagraphAttrs = AttrsOf<typeof attrs>

export const paragraph: NodeSpec = {
  group: 'element flow',
  content: 'inline*',
  attrs,
  parseDOM: [{ tag: 'p', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['p', toData(node.attrs), 0],
}
