import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import { embedAddress, readEmbed } from '../embeds.ts'
import { type AttrsOf, leaf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

const attrs = {
  ...elementAttrs,
  /** Where it is, as the address bar of a browser says. */
  url: embedAddress(),
  /** What it is: the name of its frame. */
  title: text('', 200),
  /** What those who do not open it should know of it. */
  fallback: text('', 2000),
}
export type EmbedAttrs = AttrsOf<typeof attrs>

/** A page of another site in a frame: loaded only when its reader asks for it. */
const embed: NodeSpec = {
  group: 'element',
  draggable: true,
  leafText: ({ attrs }) => [attrs.title, attrs.fallback].filter(Boolean).join('\n'),
  ...leaf('figure', 'embed', attrs),
}

export default defineElement({
  nodes: { embed },
  names: { fr: 'Contenu externe', en: 'External content' },
  wave: 2,
  group: 'media',
  tracks: {},
  unfinished: addressFaults,
  sentences: {
    'without-address': {
      fr: 'un contenu externe n’a pas d’adresse.',
      en: 'This external content has no address.',
    },
    'without-title': {
      fr: 'un contenu externe n’a pas de titre.',
      en: 'This external content has no title.',
    },
    'without-fallback': {
      fr: 'un contenu externe ne dit rien à qui ne peut pas l’afficher.',
      en: 'This external content has no fallback text.',
    },
    'unknown-provider': {
      fr: 'le site {{site}} n’est pas de ceux que nous connaissons : vérifiez qu’il accepte d’être affiché ainsi et ce qu’il fait des données.',
      en: '{{site}} is not a recognised site. Check that it allows embedding and how it handles personal data.',
    },
  },
  accessibility: sayWhatItIs,
})

function addressFaults({ attrs }: Node): Fault[] {
  const found = readEmbed(attrs.url)
  if (!found) return [{ code: 'embed.without-address', severity: 'blocks' }]
  if (found.known) return []
  return [{ code: 'embed.unknown-provider', severity: 'warns', params: { site: found.site } }]
}

/** A frame needs a name (RGAA 2.1); what it holds, nobody here can look at. */
function sayWhatItIs({ attrs }: Node): Fault[] {
  if (attrs.title.trim() === '') return [{ code: 'embed.without-title', severity: 'blocks' }]
  if (attrs.fallback.trim() !== '') return []
  return [{ code: 'embed.without-fallback', severity: 'warns' }]
}
