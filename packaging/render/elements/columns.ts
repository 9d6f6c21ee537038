import { identity, renders } from '../context.ts'
import { h } from '../html.ts'

/** Read from top to bottom, first column first, whatever the width of the page. */
export default renders('columns', {
  columns: (node, context) =>
    h(
      'div',
      {
        ...identity(node, context),
        class: `columns columns-${node.childCount} columns-${node.attrs.ratio}`,
      },
      context.inside(node),
    ),
  column: (node, context) =>
    h('div', { ...identity(node, context), class: 'column' }, context.inside(node)),
})
