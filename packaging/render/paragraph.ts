import { identity, type Renderer } from './context.ts'
import { h } from './html.ts'

export const paragraph: Renderer = (node, context) =>
  h('p', identity(node, context), context.inside(node))
