import { identity, type Renderer } from './context.ts'
import { h } from './html.ts'
import { captionsOf, missing, transcriptOf } from './parts.ts'

export const video: Renderer = (node, context) => {
  const asset = context.asset(node.attrs.asset)
  if (!asset) return missing(node, context)
  const { title } = node.attrs
  return h(
    'figure',
    { ...identity(node, context), class: 'video' },
    h(
      'video',
      {
        controls: true,
        preload: 'metadata',
        'aria-label': title || context.words.video,
        width: asset.width,
        height: asset.height,
        poster: context.asset(node.attrs.poster)?.url,
      },
      h('source', { src: asset.url, type: asset.mediaType }),
      captionsOf(node, context),
    ),
    title && h('figcaption', {}, title),
    transcriptOf(node, context),
  )
}
