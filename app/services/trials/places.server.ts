import type { Reader, Revision } from '#app/services/modules/find-module.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { elementsOf, sectionsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'

/** A page of a module, or an element on it, as people name it. */
export type TrialPlace = { id: string; sectionId: string; text: string }

/** What can be on a participant's screen: each page, followed by its elements. */
export function placesOf(db: Reader, revision: Revision): TrialPlace[] {
  const { doc } = resolved(db, revision)
  const elements = elementsOf(doc)
  return sectionsOf(doc).flatMap((section, index) => {
    const sectionId = String(section.attrs.id)
    const own = elements.filter(({ sectionIndex }) => sectionIndex === index)
    return [
      {
        id: sectionId,
        sectionId,
        text: `${index + 1}. ${section.firstChild?.textContent ?? ''}`,
      },
      ...own.map(({ node }) => ({
        ...{ id: String(node.attrs.id), sectionId, text: excerpt(node, 70) },
      })),
    ]
  })
}
