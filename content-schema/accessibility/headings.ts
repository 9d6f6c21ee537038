import type { Node } from 'prosemirror-model'
import { sectionsOf, within } from '../elements.ts'
import type { Finding } from '../finding.ts'

/** Titles by which a reader finds the way: none empty, no level jumped over (RGAA 9.1). */
export function headingFindings(doc: Node): Finding[] {
  return sectionsOf(doc).flatMap((section) => [...untitled(section), ...headingsOf(section)])
}

function untitled(section: Node): Finding[] {
  const title = section.firstChild
  if (title?.textContent.trim()) return []
  const nodeId = section.attrs.id
  return [{ code: 'accessibility.section-without-title', severity: 'blocks', nodeId }]
}

/** The section's title is level 2: a heading of level 4 needs one of level 3 before it. */
function headingsOf(section: Node): Finding[] {
  const headings = section.children
    .flatMap((node) => within(node))
    .filter(({ type }) => type.name === 'heading')
  const firstThree = headings.findIndex(({ attrs }) => attrs.level === 3)
  return headings.flatMap((heading, index) => {
    const nodeId: string = heading.attrs.id
    const skipped = heading.attrs.level === 4 && (firstThree === -1 || index < firstThree)
    return skipped ? [warning('accessibility.heading-skipped', nodeId)] : []
  })
}

function warning(code: string, nodeId: string): Finding {
  return { code, severity: 'warns', nodeId }
}
