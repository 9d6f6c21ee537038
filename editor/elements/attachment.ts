import { defineEditor, json } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { h, icon } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { AttachmentSettings } from '../panels/media-settings.tsx'

const outline =
  'm14 9-5 5a2.500 2.500 0 0 1-3.500-3.500l6-6a1.700 1.700 0 0 1 2.500 2.500l-5.500 5.500'

export default defineEditor('attachment', {
  rank: 4,
  icon: outline,
  about: { fr: 'Un document à télécharger', en: 'A document to download' },
  synonyms: 'fichier joint piece document pdf telecharger file download',
  create: () => json('attachment'),
  nodes: {
    attachment: {
      view: mediaView(outline, ({ attrs }, editor) => {
        const { assetUrl, words } = hostOf(editor)
        const link = h('a', { class: 'me-file', href: assetUrl(attrs.asset), target: '_blank' })
        link.rel = 'noopener'
        link.append(icon(outline), attrs.title || words.media.fileOf)
        return link
      }),
    },
  },
  settings: AttachmentSettings,
})
