import type { Node } from 'prosemirror-model'
import { type HotspotRegionAttrs, regionsOf } from '#content-schema/nodes/hotspot.ts'
import { inside, type RenderContext, type Renderer, renders } from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { missing } from './shared/parts.ts'
import { feedback, option, question } from './shared/question.ts'

const texts = {
  fr: {
    one: 'Cliquez dans l’image, ou choisissez dans la liste.',
    several: 'Cliquez dans l’image, ou choisissez dans la liste : une ou plusieurs réponses.',
    empty: 'Choisissez d’abord une zone de l’image.',
  },
  en: {
    one: 'Click on the image or choose from the list.',
    several: 'Click on the image or choose from the list. Select all that apply.',
    empty: 'Choose an area of the image first.',
  },
}

const hotspot: Renderer = (node, context) => {
  const { one, several, empty } = context.say(texts)
  return question(
    node,
    context,
    { hint: context.paper ? '' : node.attrs.several ? several : one, empty },
    picture(node, context),
    h(
      'div',
      { class: 'options' },
      regionsOf(node).map((region) => regionOption(region, node, context)),
    ),
    feedback(
      node.lastChild ?? undefined,
      { attribute: 'end', label: context.words.feedback },
      context,
    ),
  )
}

export default renders('hotspot', { hotspot, hotspotRegion: inside, hotspotName: inside })

/** The list below says all that the regions do: what is drawn is for those who see it. */
function picture(node: Node, context: RenderContext): Html {
  const asset = context.asset(node.attrs.asset)
  if (!asset) return missing(node, context)
  const shown = regionsOf(node).filter(({ attrs }) => !context.answers || attrs.correct)
  return h(
    'div',
    { class: 'hotspot-picture' },
    h('img', { src: asset.url, alt: node.attrs.alt, width: asset.width, height: asset.height }),
    (context.answers || !context.paper) &&
      h(
        'svg',
        { viewbox: '0 0 100 100', preserveaspectratio: 'none', 'aria-hidden': 'true' },
        shown.map(({ attrs }) => outline(attrs as HotspotRegionAttrs, context.answers)),
      ),
  )
}

function outline(attrs: HotspotRegionAttrs, right: boolean): Html {
  const { id, shape, x, y, width, height } = attrs
  const own = { 'data-region': id, class: right ? 'is-right' : null }
  if (shape === 'rectangle') return h('rect', { ...own, x, y, width, height })
  const middle = { cx: x + width / 2, cy: y + height / 2 }
  return h('ellipse', { ...own, ...middle, rx: width / 2, ry: height / 2 })
}

function regionOption(region: Node, parent: Node, context: RenderContext): Html {
  const { id, correct } = region.attrs
  const [name, said] = region.children
  return h(
    'div',
    {
      class: 'choice',
      'data-choice': id,
      'data-right': correct,
      'data-node-id': context.nodeIds ? id : null,
    },
    option(
      {
        type: parent.attrs.several ? 'checkbox' : 'radio',
        name: parent.attrs.id,
        value: id,
        id,
      },
      fragment(name && context.render(name)),
      context,
      correct,
    ),
    feedback(said, { attribute: 'choice', label: '' }, context),
  )
}
