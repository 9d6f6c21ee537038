import type { Bank } from '#app/db/client.server.ts'
import type { Filters, Sort } from './bank-query.ts'
import type { FacetName } from './facets.ts'
import { findTermId } from './terms.server.ts'

/** Which modules are asked for, as SQLite understands it. */
export type Selection = {
  scopes: string[]
  /** `null`: no words, every module. */
  words: { table: 'search_light' | 'search_full'; match: string } | null
  /** For each facet that narrows down, the ids of the values chosen; none: nothing can answer. */
  filters: { facet: FacetName; ids: number[] }[]
}

export function filterIds(bank: Bank, filters: Filters): Selection['filters'] {
  return (Object.entries(filters) as [FacetName, string[]][]).map(([facet, values]) => ({
    facet,
    ids: values.flatMap((value) => findTermId(bank, facet, value) ?? []),
  }))
}

/** Ids of records, a page of them, in their order. */
export function selectIds(
  bank: Bank,
  selection: Selection,
  { sort, limit, offset }: { sort: Sort | 'any'; limit: number; offset: number },
): number[] {
  const filters = selection.filters.map(({ ids }) => anyOf(ids)).join('')
  const order = sort === 'any' ? '' : `order by ${orders[sort]}`
  const { query, values } =
    isInOrder(selection, sort) && limit >= 0
      ? merged(selection.scopes, { filters, sort, order, first: limit + offset })
      : whole(selection, filters, order)
  return bank.$client
    .prepare(`${query} limit ? offset ?`)
    .pluck()
    .all(...values, limit, offset) as number[]
}

function whole(selection: Selection, filters: string, order: string) {
  const { from, where, values } = parts(selection)
  return { query: `select r.id ${from} where ${where}${filters} ${order}`, values }
}

/** SQLite takes no more parts in one query than a few hundred. */
const mostMerged = 100

/** Each scope has its records in order in an index: the first of several are among the first of each. */
function isInOrder({ scopes, words }: Selection, sort: Sort | 'any'): sort is Ordered {
  const several = scopes.length > 1 && scopes.length <= mostMerged
  return several && !words && sort !== 'any' && sort !== 'relevance'
}

type Ordered = Exclude<Sort, 'relevance'>
type Merging = { filters: string; sort: Sort | 'any'; order: string; first: number }

function merged(scopes: readonly string[], { filters, order, first }: Merging) {
  const columns = 'r.id, r.titleKey, r.createdAt, r.savedAt, r.publishedAt, r.minutes'
  const each = `select * from (select ${columns} from search_records r
    where r.scope = ?${filters} ${order} limit ?)`
  return {
    query: `select id from (${scopes.map(() => each).join(' union all ')}) r ${order}`,
    values: scopes.flatMap((scope) => [scope, first]),
  }
}

/** The terms of each module that has the words, whatever the filters say; at most so many. */
export function selectTerms(bank: Bank, selection: Selection, limit: number): string[] {
  const { from, where, values } = parts(selection)
  const query = `select r.terms ${from} where ${where} limit ?`
  return bank.$client
    .prepare(query)
    .pluck()
    .all(...values, limit) as string[]
}

/**
 * Words are looked up first, whatever the planner thinks: then FTS5 sorts by rank itself, and only
 * the records of the page are read.
 */
function parts({ scopes, words }: Selection) {
  const inScope = `r.scope in (${scopes.map(() => '?').join(', ')})`
  if (!words) return { from: 'from search_records r', where: inScope, values: scopes }
  const { table, match } = words
  return {
    from: `from ${table} f cross join search_records r on r.id = f.rowid`,
    where: `${table} match ? and ${inScope}`,
    values: [match, ...scopes],
  }
}

/** Ids are numbers of ours: they may stand in the query as they are. */
function anyOf(ids: readonly number[]): string {
  if (ids.length === 0) return ' and 0'
  return ` and (${ids.map((id) => `instr(r.terms, ',${id},') > 0`).join(' or ')})`
}

const orders: Record<Sort, string> = {
  relevance: 'f.rank',
  title: 'r.titleKey, r.id',
  newest: 'r.createdAt desc, r.id desc',
  changed: 'r.savedAt desc, r.id desc',
  published: 'r.publishedAt desc, r.id desc',
  duration: 'r.minutes, r.id',
}
