import type { Measure } from './measure.ts'

const headings = ['', 'ours', 'limit', 'ratio', 'bound', 'verdict']

/** The measures as a table of plain text, figures to the right, notes below their line. */
export function table(measures: readonly Measure[]): string {
  const rows = [headings, ...measures.map(cells)]
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]!.length)),
  )
  const [first, ...others] = rows.map((row) => line(row, widths))
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const lines = others.map((text, index) => withNote(text, measures[index]!.note))
  return [first, rule, ...lines].join('\n')
}

function cells({ name, unit, ours, limit, ratio, bound, verdict }: Measure): string[] {
  return [
    unit ? `${name}, ${unit}` : name,
    number(ours),
    limit === null ? '' : number(limit),
    ratio === null ? '' : ratio.toFixed(2),
    bound === null ? '' : `${bound.sense === 'at most' ? '≤' : '≥'} ${bound.ratio}`,
    verdict,
  ]
}

/** Names and verdicts start at the left, figures end at the right. */
function line(row: string[], widths: number[]): string {
  return row
    .map((cell, column) => {
      const width = widths[column]!
      return column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
    .trimEnd()
}

function withNote(text: string, note: string): string {
  return note ? `${text}\n    ${note}` : text
}

function number(value: number): string {
  if (Number.isNaN(value)) return ''
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })
}
