import type { ImageAttrs } from '#content-schema/nodes/image.ts'
import { defineEditor, json } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { showPart } from '../media/show-part.ts'
import { h } from '../node-views/dom.ts'
import { mediaView } from '../node-views/media-view.ts'
import { ImageSettings } from '../panels/media-settings.tsx'

const outline = 'M4 4h12v12H4zM4 13l4-4 4 4 2-2 2 2M12.500 7.500h.01'

export default defineEditor('image', {
  rank: 1,
  icon: outline,
  about: { fr: 'Une photo, un schéma, un dessin', en: 'A photo, diagram or drawing' },
  synonyms: 'photo schema dessin illustration picture figure drawing',
  create: () => json('image'),
  nodes: {
    image: {
      view: mediaView(outline, ({ attrs }, editor) => {
        const shown = h('img', { alt: attrs.alt, draggable: 'false', loading: 'lazy' })
        showPart(shown, attrs as ImageAttrs, hostOf(editor).assetUrl)
        return shown
      }),
    },
  },
  settings: ImageSettings,
})
