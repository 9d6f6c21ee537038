import { acting, identity, type Renderer, renders } from '../context.ts'
import { fragment, h } from '../html.ts'

const accordion: Renderer = (node, context) =>
  h('div', { ...acting(node, context), class: 'accordion' }, context.inside(node))

/** Reviewers and paper read everything without opening anything. */
const accordionItem: Renderer = (node, context) => {
  const [title, ...flow] = node.children
  return h(
    'details',
    { ...identity(node, context), open: context.answers || context.paper },
    title && context.render(title),
    h('div', { class: 'accordion-text' }, fragment(flow.map(context.render))),
  )
}

const accordionTitle: Renderer = (node, context) => h('summary', {}, context.inside(node))

export default renders('accordion', { accordion, accordionItem, accordionTitle })
