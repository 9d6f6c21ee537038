import { defineEditor, json } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { AudioSettings } from '../panels/media-settings.tsx'

const outline = 'M4 8v4h3l4 3V5L7 8zM14 7a4 4 0 0 1 0 6'

export default defineEditor('audio', {
  rank: 3,
  icon: outline,
  about: { fr: 'Un enregistrement, avec transcription', en: 'A recording with a transcript' },
  synonyms: 'son mp3 podcast voix enregistrement sound voice recording',
  create: () => json('audio'),
  nodes: {
    audio: {
      view: mediaView(outline, ({ attrs }, editor) => {
        const source = hostOf(editor).assetUrl(attrs.asset)
        const player = h('audio', { src: source, controls: true, preload: 'metadata' })
        player.setAttribute('aria-label', attrs.title)
        return h('div', {}, h('p', { class: 'me-media-title' }, attrs.title), player)
      }),
    },
  },
  settings: AudioSettings,
})
