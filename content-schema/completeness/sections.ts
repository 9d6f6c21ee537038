import type { Node } from 'prosemirror-model'
import { sectionsOf } from '../elements.ts'
import type { Finding } from '../finding.ts'

/** Pages on which a learner would find nothing but their title. */
export function sectionFindings(doc: Node): Finding[] {
  return sectionsOf(doc)
    .filter((section) => section.children.slice(1).every(isEmptyParagraph))
    .map(({ attrs }) => ({
      code: 'completeness.empty-section',
      severity: 'warns',
      nodeId: attrs.id,
    }))
}

function isEmptyParagraph(node: Node): boolean {
  return node.type.name === 'paragraph' && node.textContent.trim() === ''
}
