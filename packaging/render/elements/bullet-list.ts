import { identity, renders } from '../context.ts'
import { h } from '../html.ts'

export default renders('bulletList', {
  bulletList: (node, context) => h('ul', identity(node, context), context.inside(node)),
})
