import type { Attrs, NodeSpec } from 'prosemirror-model'
import { type Attribute, type AttrsOf, wholeNumber } from './attributes.ts'

export const cellAttrs = {
  colspan: wholeNumber(1, 1, 50),
  rowspan: wholeNumber(1, 1, 200),
  /** Widths in pixels, one a column spanned; kept for the table editor, not shown to learners. */
  colwidth: widths(),
}
export type TableCellAttrs = AttrsOf<typeof cellAttrs>

export const tableCell: NodeSpec = {
  content: 'paragraph+',
  tableRole: 'cell',
  isolating: true,
  attrs: cellAttrs,
  parseDOM: [{ tag: 'td', getAttrs: readSpans }],
  toDOM: (node) => ['td', writeSpans(node.attrs), 0],
}

export function readSpans(dom: HTMLElement): Attrs {
  const span = (name: string, most: number) => {
    const value = Number(dom.getAttribute(name) ?? 1)
    return Number.isInteger(value) && value >= 1 && value <= most ? value : 1
  }
  return { colspan: span('colspan', 50), rowspan: span('rowspan', 200), colwidth: null }
}

export function writeSpans({ colspan, rowspan }: Attrs): Record<string, string> {
  return {
    ...(colspan > 1 && { colspan: String(colspan) }),
    ...(rowspan > 1 && { rowspan: String(rowspan) }),
  }
}

function widths(): Attribute<number[] | null> {
  return {
    default: null,
    read: () => null,
    validate(value: unknown) {
      if (value === null || (Array.isArray(value) && value.every(Number.isFinite))) return
      throw new RangeError(`must be widths or null, got ${JSON.stringify(value)}`)
    },
  }
}
