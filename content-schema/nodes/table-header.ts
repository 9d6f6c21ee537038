import type { NodeSpec } from 'prosemirror-model'
import { cellAttrs, readSpans, writeSpans } from './table-cell.ts'

/** A cell that names its row or its column. */
export const tableHeader: NodeSpec = {
  content: 'paragraph+',
  tableRole: 'header_cell',
  isolating: true,
  attrs: cellAttrs,
  parseDOM: [{ tag: 'th', getAttrs: readSpans }],
  toDOM: (node) => ['th', writeSpans(node.attrs), 0],
}
