import { count, eq, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { modules, searchCounts, searchRecords } from '#app/db/schema/bank/index.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { indexFormat } from './describe-module.server.ts'
import { indexModule } from './index-module.server.ts'

/**
 * Brings the index up to date with a few modules that it does not know, that an older program
 * indexed, or whose freshness is another today.
 *
 * @returns how many there were; 0 when nothing is left to do
 */
export function indexSome(bank: Bank, now: Date, most = 20): number {
  const ids = waiting(bank, now).limit(most).all()
  if (ids.length === 0) return 0
  bank.transaction((tx) => {
    for (const { id } of ids) indexModule(tx, id, now)
  })
  return ids.length
}

/** How many modules of the installation the search does not know yet. */
export function countWaiting(bank: Pick<Bank, 'select'>): number {
  const { n } = bank
    .select({ n: count() })
    .from(modules)
    .leftJoin(searchRecords, eq(searchRecords.moduleId, modules.id))
    .where(isNull(searchRecords.id))
    .get()!
  return n
}

/**
 * Makes the whole index again while it is being read, and removes what belongs to no module.
 *
 * @returns the number of modules in it
 */
export function reindexAll(bank: Bank, now: Date): number {
  bank.transaction((tx) => {
    tx.update(searchRecords).set({ format: 0 }).run()
    for (const table of [sql`search_light`, sql`search_full`]) {
      tx.run(sql`delete from ${table} where rowid not in (select id from search_records)`)
    }
  })
  const done = bringUpToDate(bank, now)
  recount(bank)
  return done
}

/** {@link indexSome} until nothing is left; for those who cannot wait for the background. */
export function bringUpToDate(bank: Bank, now: Date): number {
  let done = 0
  for (let some = indexSome(bank, now, 200); some > 0; some = indexSome(bank, now, 200)) {
    done += some
  }
  return done
}

function recount(bank: Bank): void {
  bank.transaction((tx) => {
    tx.delete(searchCounts).run()
    tx.run(sql`insert into search_counts (scope, termId, facet, count)
      select r.scope, t.id, t.facet, count(*)
      from search_records r, json_each('[' || trim(r.terms, ',') || ']') v
      join search_terms t on t.id = v.value
      group by r.scope, t.id`)
  })
}

function waiting(bank: Pick<Bank, 'select'>, now: Date) {
  const { id, format, staleOn } = searchRecords
  return bank
    .select({ id: modules.id })
    .from(modules)
    .leftJoin(searchRecords, eq(searchRecords.moduleId, modules.id))
    .where(or(isNull(id), ne(format, indexFormat), lte(staleOn, dayIn(now))))
    .groupBy(modules.id)
}
