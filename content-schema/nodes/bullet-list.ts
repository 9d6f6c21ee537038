import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, nodeId, readAttrs, toData } from './attributes.ts'

const attrs = { id: nodeId() }
export type BulletListAttrs = AttrsOf<typeof attrs>

export const bulletList: NodeSpec = {
  group: 'element flow list',
  content: 'listItem+',
  attrs,
  parseDOM: [{ tag: 'ul', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['ul', toData(node.attrs), 0],
}
