import { identity, renders } from '../context.ts'
import { h } from '../html.ts'

export default renders('paragraph', {
  paragraph: (node, context) => h('p', identity(node, context), context.inside(node)),
})
