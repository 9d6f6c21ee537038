import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import { readNumber } from '../scoring/read-number.ts'
import { type AttrsOf, leaf, oneOf, text, texts } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

export const chartTypes = ['bar', 'line', 'pie'] as const

const attrs = {
  ...elementAttrs,
  type: oneOf(chartTypes),
  title: text('', 300),
  /** Lines of the table, cells apart by a tab as spreadsheets copy them; the first line names the series. */
  rows: texts(41, 600),
  unit: text('', 40),
  source: text('', 500),
  /** What the chart shows, in a sentence, for those who do not see it. */
  summary: text('', 2000),
}
export type ChartAttrs = AttrsOf<typeof attrs>

/** A table of numbers and its drawing. */
const chart: NodeSpec = {
  group: 'element',
  draggable: true,
  leafText: ({ attrs }) =>
    [attrs.title, ...attrs.rows.map((row: string) => row.replace(/\t/g, ' '))].join('\n'),
  ...leaf('figure', 'chart', attrs),
}

export default defineElement({
  nodes: { chart },
  names: { fr: 'Graphique', en: 'Chart' },
  wave: 2,
  group: 'media',
  tracks: {},
  unfinished: chartFaults,
  sentences: {
    'without-title': { fr: 'un graphique n’a pas de titre.', en: 'This chart has no title.' },
    'without-data': {
      fr: 'un graphique n’a pas de données : une ligne de noms, puis une ligne au moins.',
      en: 'This chart has no data. It needs a header row and at least one row of values.',
    },
    'not-a-number': {
      fr: 'dans un graphique, « {{cell}} » n’est pas un nombre.',
      en: '“{{cell}}” is not a number.',
    },
    'negative-part': {
      fr: 'un graphique en secteurs ne peut pas montrer un nombre négatif.',
      en: 'A pie chart cannot show negative numbers.',
    },
    'without-summary': {
      fr: 'un graphique ne dit pas en une phrase ce qu’il montre.',
      en: 'This chart has no summary.',
    },
  },
  // Its table stands under it in full.
  accessibility: ({ attrs }) =>
    attrs.summary.trim() === '' ? [{ code: 'chart.without-summary', severity: 'blocks' }] : [],
})

/** What is drawn: names of the series, and for each category its name and its numbers. */
export type ChartData = {
  series: string[]
  /** `null` where a cell is empty or no number. */
  categories: { name: string; values: (number | null)[] }[]
}

/** The table as cells, every line as long as the longest. */
export function cellsOf(rows: readonly string[]): string[][] {
  const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()))
  const width = Math.max(0, ...cells.map(({ length }) => length))
  return cells.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
}

export function chartData(rows: readonly string[]): ChartData {
  const [names = [], ...lines] = cellsOf(rows)
  return {
    series: names.slice(1),
    categories: lines.map(([name = '', ...values]) => ({
      name,
      values: values.map(readNumber),
    })),
  }
}

function chartFaults({ attrs }: Node): Fault[] {
  const { series, categories } = chartData(attrs.rows)
  const wrong = cellsOf(attrs.rows)
    .slice(1)
    .flatMap((cells) => cells.slice(1))
    .find((cell) => cell !== '' && readNumber(cell) === null)
  const negative = attrs.type === 'pie' && categories.some(({ values }) => (values[0] ?? 0) < 0)
  const blocks = (code: string): Fault => ({ code: `chart.${code}`, severity: 'blocks' })
  return [
    ...(attrs.title.trim() === '' ? [blocks('without-title')] : []),
    ...(series.length === 0 || categories.length === 0 ? [blocks('without-data')] : []),
    ...(wrong === undefined ? [] : [{ ...blocks('not-a-number'), params: { cell: wrong } }]),
    ...(negative ? [blocks('negative-part')] : []),
  ]
}
