import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, nodeId, readAttrs, toData } from './shared/attributes.ts'

const attrs = { id: nodeId() }
export type ParagraphAttrs = AttrsOf<typeof attrs>

const paragraph: NodeSpec = {
  group: 'element flow',
  content: 'inline*',
  attrs,
  parseDOM: [{ tag: 'p', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['p', toData(node.attrs), 0],
}

export default defineElement({
  nodes: { paragraph },
  names: { fr: 'Paragraphe', en: 'Paragraph' },
  wave: 1,
  group: 'text',
  tracks: {},
  unfinished: nothingToFind,
  // Its links are looked at with those of the whole document.
  accessibility: nothingToFind,
})
