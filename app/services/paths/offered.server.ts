import type { Bank } from '#app/db/client.server.ts'
import type { ModuleKey } from '#app/services/modules/find-module.server.ts'
import { searchExportable } from '#app/services/modules/search-modules.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'

/** A module that may be put in a path. */
export type Offered = {
  id: string
  title: string
  objective: string
  minutes: number
  /** `major.minor`. */
  edition: string
}

/** Shown at a time: whoever wants another says more of it. */
export const mostOffered = 12

/** The published modules that some words name, the best first; those that were withdrawn are left out. */
export function offeredFor(
  bank: Bank,
  { moduleId, organisationId, words }: ModuleKey & { words: string },
): { found: number; rows: Offered[] } {
  const known = searchExportable(bank, { organisationId, words, full: true }).filter(
    (each) => each.id !== moduleId && each.code !== moduleId,
  )
  const rows = known.flatMap(({ id, title, objective, minutes }): Offered[] => {
    const found = reusableEdition(bank, { moduleId: id, organisationId, digest: null })
    if (typeof found === 'string' || found.withdrawn !== null) return []
    return [{ id, title, objective, minutes, edition: found.edition }]
  })
  return { found: rows.length, rows: rows.slice(0, mostOffered) }
}
