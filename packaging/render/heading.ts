import { identity, type Renderer } from './context.ts'
import { h } from './html.ts'

export const heading: Renderer = (node, context) =>
  h(`h${node.attrs.level}`, identity(node, context), context.inside(node))
