import { fromWindows1252 } from '../windows-1252.ts'

/** A table and what parts its cells. */
export type Table = { header: string[]; rows: string[][] }

/**
 * The cells of a CSV file, in UTF-8 or, as French spreadsheets save it, in Windows-1252, parted by
 * commas, semicolons or tabs. Cells are text, whatever a spreadsheet would make of them.
 *
 * @see RFC 4180
 */
export function readTable(bytes: Buffer): Table {
  const text = decoded(bytes)
  const [header = [], ...rows] = cellsOf(text, separatorOf(text))
  return { header, rows: rows.filter((row) => row.some((cell) => cell !== '')) }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fromWindows1252(bytes)
  }
}

/** Whichever stands most often in the first line. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const times = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best))
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === separator || letter === '\n') {
      rows.at(-1)!.push(plain(cell))
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  rows.at(-1)!.push(plain(cell))
  return rows
}

/** An apostrophe that only keeps a spreadsheet from computing what follows is not part of it. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}
