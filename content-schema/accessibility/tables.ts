import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { ownedNodes } from '../owned-nodes.ts'

/** Tables whose cells nothing names: a screen reader says numbers without their meaning (RGAA 5.6). */
export function tableFindings(doc: Node): Finding[] {
  return ownedNodes(doc)
    .filter(({ node }) => node.type.name === 'table' && !hasHeader(node))
    .map(({ ownerId }) => ({
      code: 'accessibility.table-without-headers',
      severity: 'warns',
      nodeId: ownerId,
    }))
}

function hasHeader(table: Node): boolean {
  return table.children.some((row) =>
    row.children.some(({ type, textContent }) => {
      return type.name === 'tableHeader' && textContent.trim() !== ''
    }),
  )
}
