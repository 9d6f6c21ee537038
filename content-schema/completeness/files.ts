import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { ownedNodes } from '../owned-nodes.ts'

/** Pictures, sounds, films and attachments whose file was never chosen. */
export function fileFindings(doc: Node): Finding[] {
  return ownedNodes(doc)
    .filter(({ node }) => node.type.spec.attrs?.asset && node.attrs.asset === null)
    .map(({ node, ownerId }) => ({
      code: 'completeness.media-without-file',
      severity: 'blocks',
      nodeId: ownerId,
      params: { kind: node.type.name },
    }))
}
