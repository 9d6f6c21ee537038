import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, nodeId, readAttrs, toData } from './shared/attributes.ts'

const attrs = { id: nodeId() }
export type BulletListAttrs = AttrsOf<typeof attrs>

const bulletList: NodeSpec = {
  group: 'element flow list',
  content: 'listItem+',
  attrs,
  parseDOM: [{ tag: 'ul', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['ul', toData(node.attrs), 0],
}

export default defineElement({
  nodes: { bulletList },
  names: { fr: 'Liste à puces', en: 'Bullet list' },
  wave: 1,
  group: 'text',
  tracks: {},
  unfinished: nothingToFind,
  // A list is announced as such by every screen reader.
  accessibility: nothingToFind,
})
