import type { Node } from 'prosemirror-model'
import { identity, type RenderContext } from '#packaging/render/context.ts'
import { type Attributes, fragment, type Html, h } from '#packaging/render/html.ts'

/** A part of an element with a title before its text: a tab, a step. */
export function titledPart(
  node: Node,
  context: RenderContext,
  name: string,
  acting: Attributes = {},
): Html {
  const [title, ...flow] = node.children as Node[]
  return h(
    'div',
    {
      ...identity(node, context),
      class: name,
      ...(!context.paper && !context.answers && acting),
    },
    h('h3', { class: `${name}-title` }, title && context.render(title)),
    h('div', { class: `${name}-text` }, fragment(flow.map(context.render))),
  )
}
