import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { ownedNodes } from '../owned-nodes.ts'

/** Pictures that say nothing to those who do not see them (RGAA 1.1). */
export function imageFindings(doc: Node): Finding[] {
  return ownedNodes(doc)
    .filter(({ node }) => node.type.name === 'image' && saysNothing(node))
    .map(({ ownerId }) => ({
      code: 'accessibility.image-without-alternative',
      severity: 'blocks',
      nodeId: ownerId,
    }))
}

function saysNothing({ attrs }: Node): boolean {
  return !attrs.decorative && attrs.alt.trim() === ''
}
