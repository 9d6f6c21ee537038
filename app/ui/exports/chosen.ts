import type { ExportedEdition } from '#app/services/exports/read-export-page.server.ts'
import type { Use } from '#content-schema/rights/reason.ts'
import { type ExportFormat, isPaper } from '#packaging/package-source.ts'
import type { Publication } from '#packaging/publication/publication.ts'

/** What the page of exports shows as decided. */
export type Chosen = {
  /** The LMS it is for; `null` for another one. */
  preset: string | null
  format: ExportFormat
  traces: boolean
  /** As the organisation looks and speaks, where it says how. */
  themed: boolean
  /** Who will have it, and whether it is sold. */
  use: Use
  publication: Publication
}

export type Decide = (part: Partial<Publication>) => void

/** What each part of the form is given. */
export type FieldsProps = {
  edition: ExportedEdition
  chosen: Chosen
  /** Changes rules of publication. */
  decide: Decide
  /** Changes what stands beside them. */
  change: (part: Partial<Chosen>) => void
}

/** Whether somebody else is told how a learner does: a page on its own tells nobody. */
export function reports(format: ExportFormat): boolean {
  return format !== 'web' && !isPaper(format)
}
