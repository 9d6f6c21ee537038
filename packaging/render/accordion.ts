import { identity, type Renderer } from './context.ts'
import { fragment, h } from './html.ts'

export const accordion: Renderer = (node, context) =>
  h('div', { ...identity(node, context), class: 'accordion' }, context.inside(node))

/** Reviewers read everything without opening anything. */
export const accordionItem: Renderer = (node, context) => {
  const [title, ...flow] = node.children
  return h(
    'details',
    { ...identity(node, context), open: context.answers },
    title && context.render(title),
    h('div', { class: 'accordion-text' }, fragment(flow.map(context.render))),
  )
}

export const accordionTitle: Renderer = (node, context) =>
  h('summary', {}, context.inside(node))
