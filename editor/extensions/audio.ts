import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const audio = nodeFromSpec('audio', {
  view: mediaView(({ attrs }, editor) => {
    const source = hostOf(editor).assetUrl(attrs.asset)
    const player = h('audio', { src: source, controls: true, preload: 'metadata' })
    player.setAttribute('aria-label', attrs.title)
    return h('div', {}, h('p', { class: 'me-media-title' }, attrs.title), player)
  }),
})
