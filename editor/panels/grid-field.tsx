import { type ClipboardEvent, useId } from 'react'

type Props = {
  label: string
  hint: string
  /** Cells apart by a tab, as spreadsheets copy them. */
  rows: readonly string[]
  mostRows: number
  mostColumns: number
  nameOf: (row: number, column: number) => string
  addRow: string
  addColumn: string
  onChange: (rows: string[]) => void
}

/**
 * A small table of cells to type in. What is copied from a spreadsheet is pasted from the cell that
 * has the focus on.
 */
export function GridField(props: Props) {
  const { label, hint, rows, mostRows, mostColumns, nameOf, addRow, addColumn, onChange } =
    props
  const id = useId()
  const cells = cellsOf(rows)
  const columns = Math.max(2, ...cells.map(({ length }) => length))
  const write = (next: string[][]) => onChange(rowsOf(next, mostRows, mostColumns))
  const set = (row: number, column: number, text: string) =>
    write(placed(cells, [[text]], row, column))
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    write(
      placed(
        cells,
        cellsOf(text.replace(/\r/g, '').replace(/\n+$/, '').split('\n')),
        row,
        column,
      ),
    )
  }
  return (
    <div className="me-field">
      <span id={id}>{label}</span>
      <div className="me-grid">
        <table aria-labelledby={id}>
          <tbody>
            {cells.map((line, row) => (
              <tr key={nameOf(row, 0)}>
                {Array.from({ length: columns }, (_, column) => (
                  <td key={nameOf(row, column)}>
                    <Cell
                      name={nameOf(row, column)}
                      text={line[column] ?? ''}
                      onChange={(text) => set(row, column, text)}
                      onPaste={(event) => paste(event, row, column)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="me-buttons">
        <button
          type="button"
          disabled={cells.length >= mostRows}
          onClick={() => onChange([...rows, '\t'.repeat(columns - 1)])}
        >
          {addRow}
        </button>
        <button
          type="button"
          disabled={columns >= mostColumns}
          onClick={() => onChange(rows.map((row) => `${row}\t`))}
        >
          {addColumn}
        </button>
      </div>
      <p className="me-hint">{hint}</p>
    </div>
  )
}

/** Handed over when it is left, so that undo takes it as one. */
function Cell(props: {
  name: string
  text: string
  onChange: (text: string) => void
  onPaste: (event: ClipboardEvent) => void
}) {
  const { name, text, onChange, onPaste } = props
  return (
    <input
      key={text}
      type="text"
      aria-label={name}
      defaultValue={text}
      maxLength={60}
      onBlur={({ target }) => {
        if (target.value !== text) onChange(target.value)
      }}
      onPaste={onPaste}
    />
  )
}

/** The cells with a block of others laid over them; the table grows where the block does. */
export function placed(
  cells: readonly string[][],
  block: readonly string[][],
  row: number,
  column: number,
): string[][] {
  const height = Math.max(cells.length, row + block.length)
  return Array.from({ length: height }, (_, y) => {
    const line = cells[y] ?? []
    const over = block[y - row] ?? []
    const length = Math.max(line.length, over.length > 0 ? column + over.length : 0)
    return Array.from({ length }, (_, x) => over[x - column] ?? line[x] ?? '')
  })
}

function cellsOf(rows: readonly string[]): string[][] {
  return rows.map((row) => row.split('\t'))
}

function rowsOf(cells: string[][], mostRows: number, mostColumns: number): string[] {
  return cells
    .slice(0, mostRows)
    .map((line) => line.slice(0, mostColumns).map(plain).join('\t'))
}

/** A cell holds one line, without what parts cells from one another. */
function plain(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim().slice(0, 60)
}
