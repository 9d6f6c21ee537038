import type { Node } from 'prosemirror-model'
import {
  acting,
  identity,
  inside,
  live,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { type Html, h } from '../html.ts'
import { missing } from './shared/parts.ts'
import { pictureOf } from './shared/picture.ts'

/**
 * The picture with its numbers, drawn where percents of an SVG put them, and the list of what they
 * stand for. The player puts buttons where the numbers are.
 */
const labeledImage: Renderer = (node, context) => {
  const picture = pictureOf(node, context)
  if (!picture) return missing(node, context)
  return h(
    'div',
    { ...acting(node, context), class: 'labeled-image' },
    h(
      'div',
      { class: 'labeled-stage' },
      picture,
      numbers(node.children as Node[]),
      !context.paper && !context.answers && markers(node.children as Node[]),
    ),
    h(
      'ol',
      {},
      node.children.map((marker, index) => markerOf(marker as Node, index + 1, context)),
    ),
  )
}

/** An element of its own alone, outside its picture; the picture writes its markers itself. */
export default renders('labeledImage', {
  labeledImage,
  imageMarker: inside,
  imageMarkerTitle: inside,
})

function numbers(markers: Node[]): Html {
  return h(
    'svg',
    { 'aria-hidden': 'true', focusable: 'false' },
    markers.map(({ attrs: { x, y } }, index) => [
      h('circle', { cx: `${x}%`, cy: `${y}%`, r: 15 }),
      h('text', { x: `${x}%`, y: `${y}%`, dy: '0.35em', 'text-anchor': 'middle' }, index + 1),
    ]),
  )
}

/** Buttons that the player puts where the numbers are: no page of ours says where by itself. */
function markers(of: Node[]): Html[] {
  return of.map(({ attrs: { x, y }, firstChild }, index) =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': firstChild?.textContent.trim(),
        'aria-expanded': 'false',
        'data-x': x,
        'data-y': y,
        ...live,
      },
      index + 1,
    ),
  )
}

/** Reviewers and paper read everything without opening anything. */
function markerOf(marker: Node, number: number, context: RenderContext): Html {
  const [title, ...flow] = marker.children as Node[]
  return h(
    'li',
    identity(marker, context),
    h(
      'details',
      { open: context.answers || context.paper },
      h(
        'summary',
        {},
        h('span', { class: 'labeled-number' }, number),
        ' ',
        title && context.render(title),
      ),
      h('div', { class: 'labeled-text' }, flow.map(context.render)),
    ),
  )
}
