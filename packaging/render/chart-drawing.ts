import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import { arc, line, pie } from 'd3-shape'
import type { ChartData } from '#content-schema/nodes/chart.ts'
import { numberText } from '../player/i18n/number-text.ts'
import { type Child, type Html, svg } from './html.ts'

/** Units of the drawing; it is shown as wide as the page allows. */
const width = 640
const height = 360
const inner = { left: 64, right: 624, top: 16, bottom: 300 }

/** Series have a pattern each as well as a colour: classes `series-0` … `series-5`. */
const looks = 6

/** A chart as a picture: bars, lines or sectors, each named in words where it stands. */
export function drawing(type: 'bar' | 'line' | 'pie', data: ChartData, options: Options): Html {
  const parts = type === 'pie' ? sectors(data, options) : onAxes(type, data, options)
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      'aria-hidden': 'true',
      focusable: 'false',
      class: 'drawing',
    },
    parts,
  )
}

type Options = { language: string }

function onAxes(type: 'bar' | 'line', data: ChartData, options: Options): Child[] {
  const values = data.categories.flatMap((category) => category.values.map((v) => v ?? 0))
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values) || 1])
    .nice()
    .range([inner.bottom, inner.top])
  const ticks = y
    .ticks(5)
    .map((tick) => [
      svg('line', { class: 'tick', x1: inner.left, x2: inner.right, y1: y(tick), y2: y(tick) }),
      svg(
        'text',
        { x: inner.left - 8, y: y(tick) + 5, 'text-anchor': 'end' },
        numberText(tick, options.language),
      ),
    ])
  return [ticks, type === 'bar' ? bars(data, y, options) : lines(data, y), names(data)]
}

type Scale = (value: number) => number

function bars(data: ChartData, y: Scale, { language }: Options): Child[] {
  const across = categoriesBand(data)
  const within = scaleBand<number>()
    .domain(data.series.map((_, index) => index))
    .range([0, across.bandwidth()])
    .padding(0.12)
  const few = data.categories.length * data.series.length <= 16
  return data.categories.flatMap(({ values }, row) =>
    values.map((value, index) => {
      if (value === null) return null
      const x = (across(row) ?? 0) + (within(index) ?? 0)
      const top = Math.min(y(value), y(0))
      return [
        svg('rect', {
          class: `series-${index % looks}`,
          x: rounded(x),
          y: rounded(top),
          width: rounded(within.bandwidth()),
          height: rounded(Math.abs(y(value) - y(0))),
        }),
        few &&
          svg(
            'text',
            {
              class: 'value',
              x: rounded(x + within.bandwidth() / 2),
              y: rounded(top - 5),
              'text-anchor': 'middle',
            },
            numberText(value, language),
          ),
      ]
    }),
  )
}

function lines(data: ChartData, y: Scale): Child[] {
  const across = scalePoint<number>()
    .domain(data.categories.map((_, index) => index))
    .range([inner.left + 24, inner.right - 24])
  return data.series.map((_, index) => {
    const points = data.categories.map(({ values }, row) => ({
      x: across(row) ?? 0,
      value: values[index] ?? null,
    }))
    const path = line<(typeof points)[number]>()
      .defined(({ value }) => value !== null)
      .x(({ x }) => rounded(x))
      .y(({ value }) => rounded(y(value ?? 0)))
    return [
      svg('path', { class: `line series-${index % looks}`, d: path(points) ?? '' }),
      points.map(({ x, value }) => value !== null && mark(index, x, y(value))),
    ]
  })
}

/** Each series has a mark of its own shape, so that colours are not needed to tell lines apart. */
function mark(index: number, x: number, y: number): Html {
  const shapes = [
    `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`,
    `M${x - 5} ${y - 5}h10v10h-10z`,
    `M${x} ${y - 6}l6 11h-12z`,
    `M${x} ${y - 7}l6 7l-6 7l-6 -7z`,
    `M${x - 6} ${y - 5}h12l-6 11z`,
    `M${x - 2} ${y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4z`,
  ]
  return svg('path', { class: `mark series-${index % looks}`, d: shapes[index % looks] ?? '' })
}

/** Under the axis; long ones lean so that they do not run into one another. */
function names(data: ChartData): Child[] {
  const across = categoriesBand(data)
  const leaning = data.categories.some(({ name }) => name.length * 8 > across.step())
  return data.categories.map(({ name }, index) => {
    const x = rounded((across(index) ?? 0) + across.bandwidth() / 2)
    const shown = name.length > 18 ? `${name.slice(0, 17)}…` : name
    return leaning
      ? svg(
          'text',
          { x, y: 318, 'text-anchor': 'end', transform: `rotate(-30 ${x} 318)` },
          shown,
        )
      : svg('text', { x, y: 322, 'text-anchor': 'middle' }, shown)
  })
}

function categoriesBand(data: ChartData) {
  return scaleBand<number>()
    .domain(data.categories.map((_, index) => index))
    .range([inner.left, inner.right])
    .padding(0.15)
}

/** Shares of the first series; each sector is named outside it, with its share. */
function sectors(data: ChartData, { language }: Options): Child[] {
  const shares = data.categories.map(({ name, values }) => ({
    name,
    value: Math.max(0, values[0] ?? 0),
  }))
  const total = shares.reduce((sum, { value }) => sum + value, 0) || 1
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const slices = pie<(typeof shares)[number]>()
    .sort(null)
    .value(({ value }) => value)(shares)
  const drawn = arc<(typeof slices)[number]>().innerRadius(0).outerRadius(120)
  const label = arc<(typeof slices)[number]>().innerRadius(145).outerRadius(145)
  return [
    svg(
      'g',
      { transform: `translate(${width / 2} ${height / 2})` },
      slices.map((slice, index) => {
        const [x, y] = label.centroid(slice)
        return [
          svg('path', { class: `sector series-${index % looks}`, d: drawn(slice) ?? '' }),
          svg(
            'text',
            { x: rounded(x), y: rounded(y), 'text-anchor': x < 0 ? 'end' : 'start' },
            `${slice.data.name} ${format.format(slice.data.value / total)}`,
          ),
        ]
      }),
    ),
  ]
}

/** Tenths are finer than any screen shows. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
