import type { NodeJson } from '../identity.ts'
import { isElement, nameOf, styleOf } from './style.ts'

export type ForeignCell = {
  element: Element
  header: boolean
  colspan: number
  rowspan: number
}
export type ForeignTable = { rows: ForeignCell[][]; caption: Element | null; guessed: boolean }

/** Rows and columns a table may span, as the schema's cells say. */
const widest = 50
const tallest = 200

/** The rows of a table, those of tables inside it left out. */
export function readTable(table: Element): ForeignTable {
  const rows = rowsOf(table).map((row) => cellsOf(row))
  const marked = rows.some((cells) => cells.some(({ header }) => header))
  const guessed = !marked && rows.length > 1 && looksLikeHeader(rows)
  if (guessed) for (const cell of rows[0] ?? []) cell.header = true
  const caption = childrenNamed(table, 'caption')[0] ?? null
  return { rows: rows.filter((cells) => cells.length > 0), caption, guessed }
}

/** A table that only puts things beside each other: what is in it is read in its order. */
export function isLayout(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return true
  const rows = rowsOf(table)
  const cells = rows.flatMap((row) => cellsOf(row))
  if (cells.length <= 1) return true
  if (cells.some(({ header }) => header)) return false
  const holdsTitles = cells.some(({ element }) =>
    element.querySelector('h1, h2, h3, h4, h5, h6'),
  )
  const allNested = cells.every(
    ({ element }) => element.querySelector('table') || isBlank(element),
  )
  return holdsTitles || allNested
}

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (nameOf(child) === 'tr') return [child]
    return /^(thead|tbody|tfoot)$/.test(nameOf(child)) ? childrenNamed(child, 'tr') : []
  })
}

function cellsOf(row: Element): ForeignCell[] {
  const inHead = row.parentElement !== null && nameOf(row.parentElement) === 'thead'
  return [...row.children]
    .filter((cell) => /^t[dh]$/.test(nameOf(cell)))
    .map((element) => ({
      element,
      header: nameOf(element) === 'th' || inHead,
      colspan: span(element, 'colspan', widest),
      rowspan: span(element, 'rowspan', tallest),
    }))
}

function span(cell: Element, name: string, most: number): number {
  const value = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1
}

function childrenNamed(parent: Element, name: string): Element[] {
  return [...parent.children].filter((child) => nameOf(child) === name)
}

/** No office program says which row is the header, but authors write it in bold. */
function looksLikeHeader(rows: ForeignCell[][]): boolean {
  const [first = [], ...others] = rows
  const named = first.filter(({ element }) => !isBlank(element))
  if (named.length < 2 || !named.every(({ element }) => isAllBold(element))) return false
  return !others.every((cells) => cells.every(({ element }) => isAllBold(element)))
}

function isAllBold(cell: Element): boolean {
  const visit = (node: Node, bold: boolean): boolean => {
    if (!isElement(node))
      return bold || (node.textContent ?? '').trim() === '' || node.nodeType !== 3
    const weight = styleOf(node).get('font-weight') ?? ''
    const own = /^(b|strong)$/.test(nameOf(node)) || /^(bold|[6-9]00)/.test(weight)
    return [...node.childNodes].every((child) => visit(child, bold || own))
  }
  return visit(cell, false)
}

function isBlank(element: Element): boolean {
  return (element.textContent ?? '').trim() === '' && !element.querySelector('img')
}

/**
 * The rows of our table: spans that leave the table are cut, short rows are filled, so that each
 * row is as wide as the widest.
 */
export function squared(
  rows: { cell: NodeJson; colspan: number; rowspan: number }[][],
): NodeJson[] {
  const taken: number[] = []
  const widths = rows.map((row) => {
    const held = taken.filter((left) => left > 0).length
    const own = row.reduce((sum, { colspan }) => sum + colspan, 0)
    occupy(taken, row)
    return held + own
  })
  const width = Math.min(Math.max(...widths, 1), 200)
  return rows.map((row, index) => {
    const missing = width - (widths[index] ?? 0)
    const below = rows.length - index
    const cells = row.map(({ cell, colspan, rowspan }) =>
      withSpans(cell, colspan, Math.min(rowspan, below)),
    )
    return { type: 'tableRow', content: [...cells, ...emptyCells(missing)] }
  })
}

/** Counts down the rows that each column is still held by a cell above, then adds this row's. */
function occupy(taken: number[], row: { colspan: number; rowspan: number }[]): void {
  let column = 0
  const before = [...taken]
  for (const [index, left] of before.entries()) taken[index] = Math.max(0, left - 1)
  for (const { colspan, rowspan } of row) {
    while ((before[column] ?? 0) > 0) column++
    for (let each = 0; each < colspan; each++) taken[column++] = rowspan - 1
  }
}

function withSpans(cell: NodeJson, colspan: number, rowspan: number): NodeJson {
  const attrs = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) }
  return Object.keys(attrs).length > 0 ? { ...cell, attrs } : cell
}

function emptyCells(count: number): NodeJson[] {
  const paragraph: NodeJson = { type: 'paragraph' }
  return Array.from({ length: Math.max(0, count) }, () => ({
    type: 'tableCell',
    content: [paragraph],
  }))
}
