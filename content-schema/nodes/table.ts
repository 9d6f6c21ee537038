import type { Attrs, Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import {
  type Attribute,
  type AttrsOf,
  readAttrs,
  text,
  toData,
  wholeNumber,
} from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

const attrs = { ...elementAttrs, caption: text() }
export type TableAttrs = AttrsOf<typeof attrs>

const cellAttrs = {
  colspan: wholeNumber(1, 1, 50),
  rowspan: wholeNumber(1, 1, 200),
  /** Widths in pixels, one a column spanned; kept for the table editor, not shown to learners. */
  colwidth: widths(),
}
export type TableCellAttrs = AttrsOf<typeof cellAttrs>

const table: NodeSpec = {
  group: 'element',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  attrs,
  parseDOM: [{ tag: 'table', getAttrs: (dom) => readAttrs(dom, attrs) }],
  toDOM: (node) => ['table', toData(node.attrs), ['tbody', 0]],
}

const tableRow: NodeSpec = {
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  parseDOM: [{ tag: 'tr' }],
  toDOM: () => ['tr', 0],
}

const tableCell: NodeSpec = cell('td', 'cell')

/** A cell that names its row or its column. */
const tableHeader: NodeSpec = cell('th', 'header_cell')

export default defineElement({
  nodes: { table, tableRow, tableCell, tableHeader },
  names: { fr: 'Tableau', en: 'Table' },
  wave: 1,
  group: 'structure',
  tracks: {},
  unfinished: nothingToFind,
  accessibility: withoutHeaders,
})

/** A table whose cells nothing names: a screen reader says numbers without their meaning (RGAA 5.6). */
function withoutHeaders(node: Node): Fault[] {
  const named = node.children.some((row) =>
    row.children.some(
      ({ type, textContent }) => type.name === 'tableHeader' && textContent.trim() !== '',
    ),
  )
  return named ? [] : [{ code: 'accessibility.table-without-headers', severity: 'warns' }]
}

function cell(tag: 'td' | 'th', tableRole: string): NodeSpec {
  return {
    content: 'paragraph+',
    tableRole,
    isolating: true,
    attrs: cellAttrs,
    parseDOM: [{ tag, getAttrs: readSpans }],
    toDOM: (node) => [tag, writeSpans(node.attrs), 0],
  }
}

function readSpans(dom: HTMLElement): Attrs {
  const span = (name: string, most: number) => {
    const value = Number(dom.getAttribute(name) ?? 1)
    return Number.isInteger(value) && value >= 1 && value <= most ? value : 1
  }
  return { colspan: span('colspan', 50), rowspan: span('rowspan', 200), colwidth: null }
}

function writeSpans({ colspan, rowspan }: Attrs): Record<string, string> {
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
