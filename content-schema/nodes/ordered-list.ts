import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, nodeId, readAttrs, toData } from './shared/attributes.ts'

const attrs = { id: nodeId() }
export type OrderedListAttrs = AttrsOf<typeof attrs>

/** Steps in an order, numbered from 1. */
const orderedList: NodeSpec = {
  group: 'element flow list',
  content: 'listItem+',
  attrs,
  parseDOM: [{ tag: 'ol', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['ol', toData(node.attrs), 0],
}

export default defineElement({
  nodes: { orderedList },
  names: { fr: 'Liste numérotée', en: 'Numbered list' },
  wave: 1,
  group: 'text',
  tracks: {},
  unfinished: nothingToFind,
  // A list is announced as such by every screen reader.
  accessibility: nothingToFind,
})
