import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, nodeId, readAttrs, text, toData } from './attributes.ts'

const attrs = { id: nodeId(), caption: text() }
export type TableAttrs = AttrsOf<typeof attrs>

export const table: NodeSpec = {
  group: 'element',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  attrs,
  parseDOM: [{ tag: 'table', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['table', toData(node.attrs), ['tbody', 0]],
}
