import { identity, renders } from '../context.ts'
import { h } from '../html.ts'

export default renders('orderedList', {
  orderedList: (node, context) => h('ol', identity(node, context), context.inside(node)),
})
