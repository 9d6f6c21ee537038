import type { Node } from 'prosemirror-model'
import { formulaFindings } from './completeness/formulas.ts'
import { referenceFindings } from './completeness/references.ts'
import { sectionFindings } from './completeness/sections.ts'
import { elementFindings } from './element-findings.ts'
import type { Finding } from './finding.ts'

const rules = [
  sectionFindings,
  (doc: Node) => elementFindings(doc, 'unfinished'),
  referenceFindings,
  formulaFindings,
]

/** What its author has begun and not finished, grouped by rule and in the order of the document. */
export function completenessFindings(doc: Node): Finding[] {
  return rules.flatMap((rule) => rule(doc))
}
