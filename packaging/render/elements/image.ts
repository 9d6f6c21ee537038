import { imageRegion } from '#packaging/pipeline/pictures.ts'
import {
  identity,
  inOwnLanguage,
  type RenderedAsset,
  type Renderer,
  renders,
} from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { lines, missing } from './shared/parts.ts'

const image: Renderer = (node, context) => {
  const { asset: digest, alt, decorative, caption, longDescription } = node.attrs
  const whole = context.asset(digest)
  const asset = whole && context.asset(digest, imageRegion(node, whole))
  if (!asset) return missing(node, context)
  return h(
    'figure',
    { ...identity(node, context), class: 'image' },
    inWidths(
      asset,
      h('img', {
        src: asset.url,
        alt: decorative ? '' : alt,
        width: asset.width,
        height: asset.height,
        // Nobody scrolls through what is printed.
        loading: context.paper ? 'eager' : 'lazy',
        decoding: 'async',
      }),
    ),
    caption && h('figcaption', {}, caption),
    longDescription &&
      h(
        'details',
        { class: 'more', open: context.answers || context.paper },
        h(
          'summary',
          inOwnLanguage(context),
          context.say({ fr: 'Description de l’image', en: 'Image description' }),
        ),
        fragment(lines(longDescription)),
      ),
  )
}

export default renders('image', { image })

/** The column of text is 43rem wide at most: beyond, a wider file shows nothing more. */
const sizes = '(min-width: 45rem) 43rem, 100vw'

/** Lets the browser take the narrowest file that fills its screen. */
function inWidths({ sources = [] }: RenderedAsset, img: Html): Html {
  const [first] = sources
  if (!first) return img
  const srcset = sources.map(({ url, width }) => `${url} ${width}w`).join(', ')
  return h('picture', {}, h('source', { type: first.mediaType, srcset, sizes }), img)
}
