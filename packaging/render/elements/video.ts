import type { Node } from 'prosemirror-model'
import { identity, type RenderContext, type Renderer, renders } from '../context.ts'
import { type Html, h } from '../html.ts'
import { captionsOf, missing, transcriptOf } from './shared/parts.ts'

const video: Renderer = (node, context) => {
  const asset = context.asset(node.attrs.asset)
  if (!asset) return missing(node, context)
  const { title } = node.attrs
  return h(
    'figure',
    { ...identity(node, context), class: 'video' },
    context.paper
      ? posterOf(node, context)
      : h(
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

export default renders('video', { video })

function posterOf(node: Node, context: RenderContext): Html | null {
  const poster = context.asset(node.attrs.poster)
  return (
    poster && h('img', { src: poster.url, alt: '', width: poster.width, height: poster.height })
  )
}
