import { type ChartAttrs, cellsOf, chartData } from '#content-schema/nodes/chart.ts'
import { drawing } from '../chart-drawing.ts'
import { identity, inOwnLanguage, type RenderContext, renders } from '../context.ts'
import { fragment, type Html, h } from '../html.ts'

const texts = {
  fr: {
    drawing: 'Graphique',
    data: 'Les données en tableau',
    source: 'Source',
    unit: 'Unité',
    series: 'Légende',
  },
  en: {
    drawing: 'Chart',
    data: 'Data table',
    source: 'Source',
    unit: 'Unit',
    series: 'Legend',
  },
}

/** A drawing that says nothing alone: its sentence before it, its table under it. */
export default renders('chart', {
  chart(node, context) {
    const attrs = node.attrs as ChartAttrs
    const words = context.say(texts)
    const data = chartData(attrs.rows)
    const own = inOwnLanguage(context)
    return h(
      'figure',
      { ...identity(node, context), class: `chart chart-${attrs.type}` },
      h('figcaption', {}, attrs.title),
      attrs.summary && h('p', { class: 'chart-summary' }, attrs.summary),
      attrs.type !== 'pie' && data.series.length > 1 && legend(data.series, context),
      data.categories.length > 0 &&
        h(
          'div',
          {
            class: 'chart-stage',
            role: 'img',
            tabindex: context.paper ? null : 0,
            'aria-label': words.drawing,
          },
          drawing(attrs.type, data, { language: context.contentLanguage }),
        ),
      attrs.unit &&
        h(
          'p',
          { class: 'chart-note' },
          h('span', own, words.unit),
          context.words.colon,
          attrs.unit,
        ),
      h(
        'details',
        { class: 'more', open: context.answers || context.paper },
        h('summary', own, words.data),
        table(attrs, context),
      ),
      attrs.source &&
        h(
          'p',
          { class: 'chart-note' },
          h('span', own, words.source),
          context.words.colon,
          attrs.source,
        ),
    )
  },
})

/** What each look stands for, beside a piece of it. */
function legend(series: readonly string[], context: RenderContext): Html {
  return h(
    'ul',
    { class: 'chart-legend', 'aria-label': context.say(texts).series },
    series.map((name, index) =>
      h(
        'li',
        {},
        h('span', { class: `key series-${index % 6}`, 'aria-hidden': 'true' }),
        ' ',
        name,
      ),
    ),
  )
}

function table({ rows, title }: ChartAttrs, context: RenderContext): Html {
  const [names = [], ...lines] = cellsOf(rows)
  if (names.length === 0) return fragment()
  return h(
    'div',
    {
      class: 'table',
      role: 'region',
      tabindex: context.paper ? null : 0,
      'aria-label': title || context.say(texts).data,
    },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          names.map((name) => cell(name, 'col')),
        ),
      ),
      h(
        'tbody',
        {},
        lines.map(([name = '', ...values]) =>
          h(
            'tr',
            {},
            cell(name, 'row'),
            values.map((value) => h('td', {}, value)),
          ),
        ),
      ),
    ),
  )
}

/** A corner without a name is no header of anything. */
function cell(name: string, scope: 'col' | 'row'): Html {
  return name === '' ? h('td') : h('th', { scope }, name)
}
