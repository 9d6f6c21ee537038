import { acting, inside, type Renderer, renders } from '../context.ts'
import { h } from '../html.ts'
import { titledPart } from './shared/titled-part.ts'

/** Titles and texts one below the other; the player puts the titles side by side. */
const tabs: Renderer = (node, context) =>
  h(
    'div',
    {
      ...acting(node, context),
      class: 'tabs',
      'data-label': context.say({ fr: 'Onglets', en: 'Tabs' }),
    },
    context.inside(node),
  )

export default renders('tabs', {
  tabs,
  tab: (node, context) => titledPart(node, context, 'tab'),
  tabTitle: inside,
})
