import { hostOf } from '../host.ts'
import { h, icon } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const attachment = nodeFromSpec('attachment', {
  view: mediaView(({ attrs }, editor) => {
    const { assetUrl, words } = hostOf(editor)
    const link = h('a', { class: 'me-file', href: assetUrl(attrs.asset), target: '_blank' })
    link.rel = 'noopener'
    link.append(icon('attachment'), attrs.title || words.media.fileOf)
    return link
  }),
})
