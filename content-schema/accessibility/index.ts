import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { headingFindings } from './headings.ts'
import { imageFindings } from './images.ts'
import { linkFindings } from './links.ts'
import { mediaFindings } from './media.ts'
import { tableFindings } from './tables.ts'

const rules = [headingFindings, imageFindings, mediaFindings, tableFindings, linkFindings]

/**
 * What would keep somebody out of this document, grouped by rule and in its order.
 *
 * @see RGAA 4.1, themes 1 (images), 4 (media), 5 (tables), 6 (links) and 9 (structure)
 */
export function accessibilityFindings(doc: Node): Finding[] {
  return rules.flatMap((rule) => rule(doc))
}
