import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import { embedAddress, readEmbed, readVideo } from '../embeds.ts'
import { type AttrsOf, leaf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

const attrs = {
  ...elementAttrs,
  /** The page of the video, as the address bar of a browser says. */
  url: embedAddress(),
  title: text('', 200),
  transcript: text('', 50_000),
}
export type VideoLinkAttrs = AttrsOf<typeof attrs>

/** A video that stays where it is: loaded only when its viewer asks for it. */
const videoLink: NodeSpec = {
  group: 'element',
  draggable: true,
  ...leaf('figure', 'video-link', attrs),
}

export default defineElement({
  nodes: { videoLink },
  names: { fr: 'Vidéo par lien', en: 'Embedded video' },
  wave: 2,
  group: 'media',
  tracks: {},
  unfinished: addressFaults,
  sentences: {
    'without-address': {
      fr: 'une vidéo par lien n’a pas d’adresse.',
      en: 'This embedded video has no address.',
    },
    'without-title': {
      fr: 'une vidéo par lien n’a pas de titre.',
      en: 'This embedded video has no title.',
    },
    'unknown-provider': {
      fr: 'aucune vidéo n’est reconnue à l’adresse donnée, sur {{site}} : elle sera affichée telle quelle.',
      en: 'No video was recognised at this {{site}} address, so the page will be shown as is.',
    },
  },
  accessibility: sayWhatItIs,
})

function addressFaults({ attrs }: Node): Fault[] {
  if (readVideo(attrs.url)) return []
  const found = readEmbed(attrs.url)
  if (!found) return [{ code: 'videoLink.without-address', severity: 'blocks' }]
  return [
    { code: 'videoLink.unknown-provider', severity: 'warns', params: { site: found.site } },
  ]
}

/** Whether its site has captions for it is not for us to see: a transcript is what we can ask for. */
function sayWhatItIs({ attrs, type }: Node): Fault[] {
  if (attrs.title.trim() === '')
    return [{ code: 'videoLink.without-title', severity: 'blocks' }]
  if (attrs.transcript.trim() !== '') return []
  const params = { kind: type.name }
  return [{ code: 'accessibility.media-without-transcript', severity: 'warns', params }]
}
