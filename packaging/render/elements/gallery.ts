import type { Node } from 'prosemirror-model'
import { acting, identity, inside, type Renderer, renders } from '../context.ts'
import { fragment, h } from '../html.ts'
import { pictureOf } from './shared/picture.ts'
import { stepping } from './shared/stepping.ts'

/** Pictures in a list; the player shows one at a time where the author wants it so. */
const gallery: Renderer = (node, context) =>
  h(
    'div',
    {
      ...acting(node, context),
      class: `gallery gallery-${node.attrs.layout}`,
      role: 'group',
      'aria-label': context.say({ fr: 'Galerie', en: 'Gallery' }),
    },
    h('ul', {}, context.inside(node)),
    steps(node) &&
      stepping(context, {
        fr: { part: 'Image', previous: 'Image précédente', next: 'Image suivante' },
        en: { part: 'Image', previous: 'Previous image', next: 'Next image' },
      }),
  )

function steps({ attrs, childCount }: Node): boolean {
  return attrs.layout === 'carousel' && childCount > 1
}

const galleryImage: Renderer = (node, context) => {
  const picture = pictureOf(node, context)
  if (!picture) return fragment()
  const caption = node.firstChild
  return h(
    'li',
    { ...identity(node, context), class: 'stepper-part' },
    h(
      'figure',
      {},
      picture,
      caption && caption.content.size > 0 && h('figcaption', {}, context.render(caption)),
    ),
  )
}

export default renders('gallery', { gallery, galleryImage, galleryCaption: inside })
