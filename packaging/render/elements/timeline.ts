import type { Node } from 'prosemirror-model'
import { identity, inside, type Renderer, renders } from '../context.ts'
import { h } from '../html.ts'

const timeline: Renderer = (node, context) =>
  h('ol', { ...identity(node, context), class: 'timeline' }, context.inside(node))

const timelineEvent: Renderer = (node, context) => {
  const [date, title, ...flow] = node.children as Node[]
  return h(
    'li',
    identity(node, context),
    date && date.content.size > 0 && h('p', { class: 'timeline-date' }, context.render(date)),
    title && h('h3', { class: 'timeline-title' }, context.render(title)),
    flow.map(context.render),
  )
}

export default renders('timeline', {
  timeline,
  timelineEvent,
  timelineDate: inside,
  timelineEventTitle: inside,
})
