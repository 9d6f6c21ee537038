import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const image = nodeFromSpec('image', {
  view: mediaView(({ attrs }, editor) => {
    const source = hostOf(editor).assetUrl(attrs.asset)
    return h('img', { src: source, alt: attrs.alt, draggable: 'false', loading: 'lazy' })
  }),
})
