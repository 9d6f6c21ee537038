import { identity, renders } from '../context.ts'
import { h } from '../html.ts'

export default renders('heading', {
  heading: (node, context) =>
    h(`h${node.attrs.level}`, identity(node, context), context.inside(node)),
})
