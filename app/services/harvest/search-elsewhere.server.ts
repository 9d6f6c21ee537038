import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { harvestRecords, harvestSources } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { matchOf, soughtWords } from '#app/services/search/match.ts'

export type ElsewhereQuery = { organisationId: string; q: string; page: number }

export type ElsewhereRecord = typeof harvestRecords.$inferSelect & { source: string }

const pageSize = 20
/** Counting stops there: "many" says as much. */
const mostCounted = 10_000

/** Records of other banks that hold all the words, the best first; without words, the last that came. */
export function searchElsewhere(
  db: Pick<Bank, 'select'>,
  query: ElsewhereQuery,
): { rows: ElsewhereRecord[]; found: number; pages: number } {
  const found = countElsewhere(db, query)
  const words = soughtWords(query.q)
  const rows = db
    .select({ record: harvestRecords, source: harvestSources.name })
    .from(harvestRecords)
    .innerJoin(harvestSources, eq(harvestSources.id, harvestRecords.sourceId))
    .where(wanted(query, words))
    .orderBy(
      words.length > 0
        ? sql`(select rank from harvest_words where rowid = ${harvestRecords.id} and harvest_words match ${matchOf(words)})`
        : sql`${harvestRecords.id} desc`,
    )
    .limit(pageSize)
    .offset((query.page - 1) * pageSize)
    .all()
  return {
    rows: rows.map(({ record, source }) => ({ ...record, source })),
    found,
    pages: Math.ceil(found / pageSize),
  }
}

/** How many there are, counted up to ten thousand. */
export function countElsewhere(
  db: Pick<Bank, 'select'>,
  query: Pick<ElsewhereQuery, 'organisationId' | 'q'>,
): number {
  return db
    .select({ id: harvestRecords.id })
    .from(harvestRecords)
    .innerJoin(harvestSources, eq(harvestSources.id, harvestRecords.sourceId))
    .where(wanted(query, soughtWords(query.q)))
    .limit(mostCounted)
    .all().length
}

function wanted(
  { organisationId, q }: Pick<ElsewhereQuery, 'organisationId' | 'q'>,
  words: readonly string[],
): SQL | undefined {
  const own = eq(harvestSources.organisationId, organisationId)
  if (words.length === 0) return q.trim() === '' ? own : sql`false`
  const matching = sql`${harvestRecords.id} in (select rowid from harvest_words where harvest_words match ${matchOf(words)})`
  return and(own, matching)
}

/** @throws UserError `harvest.not-found` (404) */
export function readElsewhere(
  db: Pick<Bank, 'select'>,
  { recordId, organisationId }: { recordId: number; organisationId: string },
): ElsewhereRecord {
  const found = db
    .select({ record: harvestRecords, source: harvestSources.name })
    .from(harvestRecords)
    .innerJoin(harvestSources, eq(harvestSources.id, harvestRecords.sourceId))
    .where(
      and(eq(harvestRecords.id, recordId), eq(harvestSources.organisationId, organisationId)),
    )
    .get()
  if (!found) throw new UserError('harvest.not-found', {}, 404)
  return { ...found.record, source: found.source }
}
