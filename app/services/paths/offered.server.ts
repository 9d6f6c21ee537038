import type { Bank } from '#app/db/client.server.ts'
import { findRevision, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import type { FoundModule } from '#app/services/search/results.server.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'

/** A module that may be put in a path, or of which something may be reused. */
export type Offered = {
  id: string
  title: string
  objective: string
  minutes: number
  /** `major.minor`. */
  edition: string
  /** Whose it is, where it is another's; `null` for one's own. */
  organisation: string | null
}

/** Shown at a time: whoever wants another says more of it. */
export const mostOffered = 12
/** Pages of the search that are looked through: drafts stand among what is found. */
const mostPages = 5

/**
 * The published modules in reach that some words name, the best first; those withdrawn are left out.
 *
 * @param asked `withoutPaths` leaves out paths too: they have no elements of their own
 */
export function offeredFor(
  bank: Bank,
  asked: ModuleKey & { words: string; withoutPaths?: boolean },
): { rows: Offered[]; more: boolean } {
  const { organisationId, words } = asked
  const query = { ...readBankQuery(new URLSearchParams({ q: words })), full: words !== '' }
  const rows: Offered[] = []
  for (let page = 1, pages = 1; page <= Math.min(pages, mostPages); page += 1) {
    const found = searchBank(bank, { ...query, organisationId, page })
    pages = found.pages
    rows.push(...found.rows.flatMap((row) => offer(bank, row, asked)))
    if (rows.length > mostOffered) break
  }
  return { rows: rows.slice(0, mostOffered), more: rows.length > mostOffered }
}

function offer(
  bank: Bank,
  row: FoundModule,
  { moduleId, organisationId, withoutPaths }: ModuleKey & { withoutPaths?: boolean },
): Offered[] {
  const { id, code, title, objective, minutes, organisation } = row
  if (row.edition === null || [id, code].includes(moduleId)) return []
  const found = reusableEdition(bank, { moduleId: id, organisationId, digest: null })
  if (typeof found === 'string' || found.withdrawn !== null) return []
  if (withoutPaths && findRevision(bank, found.revisionId).facts.kind === 'path') return []
  const said = (pieces: typeof title) => pieces.map(({ text }) => text).join('')
  const { edition } = found
  return [
    { id, minutes, edition, organisation, title: said(title), objective: said(objective) },
  ]
}
