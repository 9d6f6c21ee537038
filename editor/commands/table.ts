import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { TableMap } from '@tiptap/pm/tables'
import { positionOfId } from './current-part.ts'

export {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
} from '@tiptap/pm/tables'

export type HeaderLine = 'row' | 'column'

/** Whether the first row, or column, of a table holds only header cells. */
export function hasHeader(table: Node, line: HeaderLine): boolean {
  return firstCells(table, line).every(
    (offset) => table.nodeAt(offset)?.type.name === 'tableHeader',
  )
}

/** Makes headers of the first row, or column, of a table, or plain cells of them again. */
export function setHeader(tableId: string, line: HeaderLine, on: boolean): Command {
  return (state, dispatch) => {
    const position = positionOfId(state.doc, tableId)
    const table = position === null ? null : state.doc.nodeAt(position)
    if (position === null || !table) return false
    const change = state.tr
    for (const offset of firstCells(table, line)) {
      const header =
        on || (offset === firstCells(table, line)[0] && hasHeader(table, other(line)))
      const type = state.schema.nodes[header ? 'tableHeader' : 'tableCell']
      change.setNodeMarkup(position + 1 + offset, type, table.nodeAt(offset)?.attrs)
    }
    dispatch?.(change)
    return true
  }
}

/** Offsets of the cells of the first row or column, counted from the inside of the table. */
function firstCells(table: Node, line: HeaderLine): number[] {
  const { map, width, height } = TableMap.get(table)
  const count = line === 'row' ? width : height
  const step = line === 'row' ? 1 : width
  return [...new Set(Array.from({ length: count }, (_, index) => map[index * step] as number))]
}

function other(line: HeaderLine): HeaderLine {
  return line === 'row' ? 'column' : 'row'
}
