import type { Node } from 'prosemirror-model'
import { elementFindings } from '../element-findings.ts'
import type { Finding } from '../finding.ts'
import { headingFindings } from './headings.ts'
import { languageFindings } from './languages.ts'
import { linkFindings } from './links.ts'

const rules = [
  headingFindings,
  (doc: Node) => elementFindings(doc, 'accessibility'),
  linkFindings,
]

/**
 * What would keep somebody out of this document: what elements say of themselves, and what can only
 * be seen from one to the other.
 *
 * @param language the module is written in
 * @see RGAA 4.1, themes 1 (images), 4 (media), 5 (tables), 6 (links), 8 (languages) and 9 (structure)
 */
export function accessibilityFindings(doc: Node, language = 'fr'): Finding[] {
  return [...rules.flatMap((rule) => rule(doc)), ...languageFindings(doc, language)]
}
