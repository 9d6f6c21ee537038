import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, nodeId, readAttrs, toData, wholeNumber } from './attributes.ts'

const attrs = { id: nodeId(), level: wholeNumber(3, 3, 4) }
export type HeadingAttrs = AttrsOf<typeof attrs>

/** A heading inside a section: levels 3 and 4, since the section's title is level 2. */
export const heading: NodeSpec = {
  group: 'element',
  content: 'inline*',
  marks: 'italic language subscript superscript',
  defining: true,
  attrs,
  parseDOM: [
    ...['h1', 'h2', 'h3'].map((tag) => ({ tag, getAttrs: (dom: HTMLElement) => read(dom, 3) })),
    ...['h4', 'h5', 'h6'].map((tag) => ({ tag, getAttrs: (dom: HTMLElement) => read(dom, 4) })),
  ],
  toDOM: (node) => [`h${node.attrs.level}`, toData({ id: node.attrs.id }), 0],
}

function read(dom: HTMLElement, level: number) {
  return { ...readAttrs(dom, attrs), level }
}
