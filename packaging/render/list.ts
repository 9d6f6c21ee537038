import { identity, type Renderer } from './context.ts'
import { h } from './html.ts'

export const bulletList: Renderer = (node, context) =>
  h('ul', identity(node, context), context.inside(node))

export const orderedList: Renderer = (node, context) =>
  h('ol', identity(node, context), context.inside(node))

export const listItem: Renderer = (node, context) => h('li', {}, context.inside(node))
