import { identity, inOwnLanguage, type Renderer } from './context.ts'
import { fragment, h } from './html.ts'
import { lines, missing } from './parts.ts'

export const image: Renderer = (node, context) => {
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
        { class: 'more', open: context.answers },
        h('summary', inOwnLanguage(context), context.words.longDescription),
        fragment(lines(longDescription)),
      ),
  )
}
