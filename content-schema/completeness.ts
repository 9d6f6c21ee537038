import type { Node } from 'prosemirror-model'
import { fileFindings } from './completeness/files.ts'
import { questionFindings } from './completeness/questions.ts'
import { referenceFindings } from './completeness/references.ts'
import { sectionFindings } from './completeness/sections.ts'
import type { Finding } from './finding.ts'

const rules = [sectionFindings, fileFindings, questionFindings, referenceFindings]

/** What its author has begun and not finished, grouped by rule and in the order of the document. */
export function completenessFindings(doc: Node): Finding[] {
  return rules.flatMap((rule) => rule(doc))
}
