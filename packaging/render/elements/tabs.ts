import type { Node } from 'prosemirror-model'
import { acting, inside, live, type RenderContext, type Renderer, renders } from '../context.ts'
import { type Html, h } from '../html.ts'
import { titledPart } from './shared/titled-part.ts'

/** Titles and texts one below the other; the player puts the titles side by side. */
const tabs: Renderer = (node, context) =>
  h(
    'div',
    { ...acting(node, context), class: 'tabs' },
    !context.paper && !context.answers && list(node, context),
    context.inside(node),
  )

/** Buttons that the player shows instead of the titles. */
function list(node: Node, context: RenderContext): Html {
  const label = context.say({ fr: 'Onglets', en: 'Tabs' })
  return h(
    'div',
    { class: 'tab-list', role: 'tablist', 'aria-label': label, ...live },
    (node.children as Node[]).map(({ attrs: { id }, firstChild }) =>
      h(
        'button',
        { type: 'button', role: 'tab', id: `${id}-tab`, 'aria-controls': id },
        firstChild?.textContent,
      ),
    ),
  )
}

export default renders('tabs', {
  tabs,
  tab: (node, context) =>
    titledPart(node, context, 'tab', {
      role: 'tabpanel',
      'aria-labelledby': `${node.attrs.id}-tab`,
      tabindex: 0,
    }),
  tabTitle: inside,
})
