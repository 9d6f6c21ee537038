import { identity, inOwnLanguage, type Renderer, renders } from '../context.ts'
import { fragment, h } from '../html.ts'
import { lines, missing } from './shared/parts.ts'

const image: Renderer = (node, context) => {
  const { asset: digest, alt, decorative, caption, longDescription } = node.attrs
  const asset = context.asset(digest)
  if (!asset) return missing(node, context)
  return h(
    'figure',
    { ...identity(node, context), class: 'image' },
    h('img', {
      src: asset.url,
      alt: decorative ? '' : alt,
      width: asset.width,
      height: asset.height,
      loading: 'lazy',
      decoding: 'async',
    }),
    caption && h('figcaption', {}, caption),
    longDescription &&
      h(
        'details',
        { class: 'more', open: context.answers || context.paper },
        h(
          'summary',
          inOwnLanguage(context),
          context.say({ fr: 'Description de l’image', en: 'Description of the picture' }),
        ),
        fragment(lines(longDescription)),
      ),
  )
}

export default renders('image', { image })
