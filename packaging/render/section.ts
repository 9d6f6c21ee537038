import { identity, type Renderer } from './context.ts'
import { h } from './html.ts'

/** A page of the module. Its title takes the focus when the player turns to it. */
export const section: Renderer = (node, context) =>
  h('section', { ...identity(node, context), 'data-section': true }, context.inside(node))

export const sectionTitle: Renderer = (node, context) =>
  h('h2', { tabindex: -1 }, context.inside(node))
