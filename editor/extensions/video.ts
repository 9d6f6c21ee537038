import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const video = nodeFromSpec('video', {
  view: mediaView(({ attrs }, editor) => {
    const { assetUrl } = hostOf(editor)
    const player = h('video', {
      src: assetUrl(attrs.asset),
      controls: true,
      preload: 'metadata',
    })
    player.setAttribute('aria-label', attrs.title)
    if (attrs.poster) player.poster = assetUrl(attrs.poster)
    if (attrs.captions) {
      player.append(h('track', { kind: 'captions', src: assetUrl(attrs.captions) }))
    }
    return h('div', {}, player, h('p', { class: 'me-media-title' }, attrs.title))
  }),
})
