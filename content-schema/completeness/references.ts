import type { Node } from 'prosemirror-model'
import { findNode } from '../elements.ts'
import type { Finding } from '../finding.ts'
import { linksOf } from '../links.ts'

/** Links to a place of the module that is no longer there. */
export function referenceFindings(doc: Node): Finding[] {
  return linksOf(doc)
    .filter(({ href }) => href.startsWith('#') && findNode(doc, href.slice(1)) === null)
    .map(({ text, ownerId }) => ({
      code: 'completeness.broken-reference',
      severity: 'blocks',
      nodeId: ownerId,
      params: { text },
    }))
}
