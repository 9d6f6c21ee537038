import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, nodeId, readAttrs, toData } from './attributes.ts'

const attrs = { id: nodeId() }
export type OrderedListAttrs = AttrsOf<typeof attrs>

/** Steps in an order, numbered from 1. */
export const orderedList: NodeSpec = {
  group: 'element flow list',
  content: 'listItem+',
  attrs,
  parseDOM: [{ tag: 'ol', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['ol', toData(node.attrs), 0],
}
