import { identity, type Renderer, renders } from '../context.ts'
import { h } from '../html.ts'
import { captionsOf, missing, transcriptOf } from './shared/parts.ts'

const audio: Renderer = (node, context) => {
  const asset = context.asset(node.attrs.asset)
  if (!asset) return missing(node, context)
  const { title } = node.attrs
  return h(
    'figure',
    { ...identity(node, context), class: 'audio' },
    title && h('figcaption', {}, title),
    !context.paper &&
      h(
        'audio',
        { controls: true, preload: 'metadata', 'aria-label': title || context.words.audio },
        h('source', { src: asset.url, type: asset.mediaType }),
        captionsOf(node, context),
      ),
    transcriptOf(node, context),
  )
}

export default renders('audio', { audio })
