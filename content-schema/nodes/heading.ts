import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, nodeId, readAttrs, toData, wholeNumber } from './shared/attributes.ts'

const attrs = { id: nodeId(), level: wholeNumber(3, 3, 4) }
export type HeadingAttrs = AttrsOf<typeof attrs>

/** A heading inside a section: levels 3 and 4, since the section's title is level 2. */
const heading: NodeSpec = {
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

export default defineElement({
  nodes: { heading },
  names: { fr: 'Titre', en: 'Heading' },
  wave: 1,
  group: 'text',
  tracks: {},
  unfinished: nothingToFind,
  accessibility: emptyHeading,
})

function read(dom: HTMLElement, level: number) {
  return { ...readAttrs(dom, attrs), level }
}

/** Its level is looked at with those around it. */
function emptyHeading(node: Node): Fault[] {
  const said = node.textContent.trim()
  return said ? [] : [{ code: 'accessibility.heading-empty', severity: 'warns' }]
}
