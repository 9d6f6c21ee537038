import type { Node } from 'prosemirror-model'
import { acting, identity, inside, live, type Renderer, renders } from '../context.ts'
import { h } from '../html.ts'
import { missing } from './shared/parts.ts'
import { pictureOf } from './shared/picture.ts'

/** Both pictures side by side; the player lays one over the other, with a slider between them. */
const comparison: Renderer = (node, context) => {
  const pictured = (node.children as Node[]).every(({ attrs }) => context.asset(attrs.asset))
  if (!pictured) return missing(node, context)
  return h(
    'div',
    {
      ...acting(node, context),
      class: 'comparison',
    },
    h('input', {
      type: 'range',
      'aria-label': context.say({
        fr: 'Part visible de la première image',
        en: 'How much of the first image is visible',
      }),
      ...live,
    }),
    context.inside(node),
  )
}

const comparisonImage: Renderer = (node, context) => {
  const label = node.firstChild
  return h(
    'figure',
    identity(node, context),
    pictureOf(node, context),
    label && label.content.size > 0 && h('figcaption', {}, context.render(label)),
  )
}

export default renders('comparison', { comparison, comparisonImage, comparisonLabel: inside })
