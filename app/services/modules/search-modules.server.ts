import { eq, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { modules, people, searchRecords, searchTexts } from '#app/db/schema/bank/index.ts'
import type { Filters } from '#app/services/search/bank-query.ts'
import { findExactly } from '#app/services/search/search-bank.server.ts'
import type { ModuleState, ModuleSummary } from './list-modules.server.ts'

export type ModuleSearch = {
  organisationId: string
  /** A module has all of them, in any of their forms; empty: every module. */
  words: string
  /** In their text too, not only in what they say of themselves. */
  full?: boolean | undefined
  state?: ModuleState | undefined
  filters?: Filters | undefined
}

/** The modules that some words name, the best first; without words the last saved first. */
export function searchModules(bank: Bank, search: ModuleSearch): ModuleSummary[] {
  const { organisationId, words, full, state, filters = {} } = search
  const chosen = { ...filters, ...(state && { state: [state] }) }
  const ids = findExactly(bank, {
    ...{ organisationId, q: words, filters: chosen, full: full ?? false },
  })
  const rows = new Map(readSummaries(bank, ids).map(({ record, ...row }) => [record, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Those of which there is something to export: by default whatever was published once. */
export function searchExportable(bank: Bank, search: ModuleSearch): ModuleSummary[] {
  return searchModules(bank, search).filter(({ edition }) => edition !== null)
}

function readSummaries(bank: Pick<Bank, 'select'>, ids: readonly number[]) {
  const { id, state, edition, minutes, savedAt } = searchRecords
  const { code, title, objective } = searchTexts
  return bank
    .select({
      ...{ record: id, id: modules.id, code, title, objective, minutes, savedAt, edition },
      ...{ author: people.name, authorId: modules.authorId },
      state: sql<ModuleState>`${state}`,
    })
    .from(searchRecords)
    .innerJoin(searchTexts, eq(searchTexts.id, id))
    .innerJoin(modules, eq(modules.id, searchRecords.moduleId))
    .innerJoin(people, eq(people.id, modules.authorId))
    .where(sql`${id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all()
}
