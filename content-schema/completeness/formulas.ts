import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { formulaFaults } from '../nodes/math.ts'
import { ownedNodes } from '../owned-nodes.ts'

/** Formulas among words: they are no elements, so nobody else asks them. */
export function formulaFindings(doc: Node): Finding[] {
  return ownedNodes(doc)
    .filter(({ node }) => node.type.name === 'mathInline')
    .flatMap(({ node, ownerId }) =>
      formulaFaults(node).map(({ code, severity, params }) => ({
        code,
        severity,
        nodeId: ownerId,
        ...(params && { params }),
      })),
    )
}
