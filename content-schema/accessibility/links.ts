import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { linksOf } from '../links.ts'

/** Words that say nothing once a screen reader lists the links of a page, in French and English. */
const empty = new Set([
  'ici',
  'là',
  'cliquez ici',
  'cliquer ici',
  'clique ici',
  'cliquez',
  'ce lien',
  'lien',
  'le lien',
  'voir',
  'voir ici',
  'suite',
  'lire la suite',
  'plus',
  'en savoir plus',
  'plus d’informations',
  'here',
  'click here',
  'click',
  'this link',
  'link',
  'more',
  'read more',
  'learn more',
])

/** Links whose words do not say where they lead (RGAA 6.1). */
export function linkFindings(doc: Node): Finding[] {
  return linksOf(doc)
    .filter(({ text }) => saysNothing(text))
    .map(({ text, ownerId }) => ({
      code: 'accessibility.link-without-meaning',
      severity: 'warns',
      nodeId: ownerId,
      params: { text: text.trim() },
    }))
}

function saysNothing(text: string): boolean {
  const words = text.toLowerCase().replaceAll("'", '’').replace(/\s+/g, ' ').replace(edges, '')
  return words === '' || empty.has(words) || bareAddress.test(words)
}

const edges = /^[\s.…:;,!?«»"()[\]>→-]+|[\s.…:;,!?«»"()[\]>→-]+$/g
const bareAddress = /^(https?:\/\/|www\.)\S+$/
