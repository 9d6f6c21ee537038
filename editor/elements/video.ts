import { defineEditor, json } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { VideoSettings } from '../panels/media-settings.tsx'

const outline = 'M3 5h10v10H3zM13 9l4-3v8l-4-3'

export default defineEditor('video', {
  rank: 2,
  icon: outline,
  about: {
    fr: 'Un film, avec sous-titres et transcription',
    en: 'A video with captions and a transcript',
  },
  synonyms: 'film mp4 movie clip',
  create: () => json('video'),
  nodes: {
    video: {
      view: mediaView(outline, ({ attrs }, editor) => {
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
    },
  },
  settings: VideoSettings,
})
