import type { Node } from 'prosemirror-model'
import { identity, inside, type RenderContext, type Renderer, renders } from '../context.ts'
import { type Html, h } from '../html.ts'

/** Scrolls sideways by itself on a narrow screen, with the keyboard too. */
const table: Renderer = (node, context) => {
  const { caption } = node.attrs
  const rows = node.children as Node[]
  const firstBody = rows.findIndex((row) => !isHeaderRow(row))
  const headCount = firstBody === -1 ? 0 : firstBody
  return h(
    'div',
    {
      class: 'table',
      role: 'region',
      tabindex: context.paper ? null : 0,
      'aria-label': caption || context.say({ fr: 'Tableau', en: 'Table' }),
    },
    h(
      'table',
      identity(node, context),
      caption && h('caption', {}, caption),
      headCount > 0 && h('thead', {}, rows.slice(0, headCount).map(context.render)),
      h('tbody', {}, rows.slice(headCount).map(context.render)),
    ),
  )
}

const tableRow: Renderer = (node, context) => {
  const scope = isHeaderRow(node) ? 'col' : 'row'
  return h(
    'tr',
    {},
    node.children.map((cell) => cellOf(cell as Node, scope, context)),
  )
}

/** Rows write their cells themselves. */
export default renders('table', { table, tableRow, tableCell: inside, tableHeader: inside })

function cellOf(cell: Node, scope: string, context: RenderContext): Html {
  const isHeader = cell.type.name === 'tableHeader'
  const { colspan, rowspan } = cell.attrs
  return h(
    isHeader ? 'th' : 'td',
    {
      scope: isHeader ? scope : null,
      colspan: colspan > 1 ? colspan : null,
      rowspan: rowspan > 1 ? rowspan : null,
    },
    context.inside(cell),
  )
}

function isHeaderRow(row: Node): boolean {
  return row.childCount > 0 && row.children.every((cell) => cell.type.name === 'tableHeader')
}
