import type { Bank } from '#app/db/client.server.ts'
import { type FacetName, facetNames } from './facets.ts'
import { type Selection, selectTerms } from './selection.server.ts'
import { termsById } from './terms.server.ts'

/** Results beyond this are not counted: nobody looks at them, and counting takes a millisecond a thousand. */
export const mostCounted = 10_000
/** Modules that have the words are not looked at beyond this, where filters leave out most of them. */
const mostSeen = 3 * mostCounted
/** Values of a facet that are shown. */
const mostValues = 10

export type ValueCount = { facet: FacetName; value: string; count: number; chosen: boolean }

export type Counts = {
  total: number
  /** There are more: counting stopped. */
  stopped: boolean
  values: ValueCount[]
  /** How many results there would be without what was chosen in a facet. */
  without: Partial<Record<FacetName, number>>
  /** How many there would be without any filter. */
  unfiltered: number
}

/**
 * Counts results and the values of each facet among them, in one pass. Within a facet, values are
 * counted as if nothing were chosen in it: choosing another adds results.
 */
export function countResults(bank: Bank, selection: Selection): Counts {
  if (!selection.words && selection.filters.length === 0) return countAll(bank, selection)
  const { filters } = selection
  const limit = filters.length > 0 ? mostSeen : mostCounted
  const rows = selectTerms(bank, selection, limit + 1)
  const terms = termsById(bank)
  const tally = new Tally(terms.length, filters)
  let seen = 0
  for (const row of rows) {
    if (tally.total >= mostCounted || seen >= limit) break
    tally.add(row, terms)
    seen += 1
  }
  return {
    total: tally.total,
    stopped: seen < rows.length,
    values: topValues(terms, (id) => tally.counts[id] ?? 0, filters),
    without: tally.without(),
    unfiltered: seen,
  }
}

type Terms = ReturnType<typeof termsById>

class Tally {
  total = 0
  readonly counts: Uint32Array
  /** Rows that only the filter at this place leaves out. */
  private readonly leftOutBy: Uint32Array

  constructor(
    size: number,
    private readonly filters: Selection['filters'],
  ) {
    this.counts = new Uint32Array(size)
    this.leftOutBy = new Uint32Array(filters.length)
  }

  add(row: string, terms: Terms): void {
    const failing = this.failing(row)
    if (failing === 'several') return
    if (failing === 'none') this.total += 1
    else this.leftOutBy[failing]! += 1
    const facet = failing === 'none' ? null : this.filters[failing]!.facet
    this.count(row, terms, facet)
  }

  without(): Partial<Record<FacetName, number>> {
    const entries = this.filters.map(({ facet }, index) => [
      facet,
      this.total + this.leftOutBy[index]!,
    ])
    return Object.fromEntries(entries)
  }

  /** The one filter that leaves a row out. */
  private failing(row: string): number | 'none' | 'several' {
    let failing: number | 'none' = 'none'
    for (let index = 0; index < this.filters.length; index += 1) {
      if (this.filters[index]!.ids.some((id) => row.includes(`,${id},`))) continue
      if (failing !== 'none') return 'several'
      failing = index
    }
    return failing
  }

  /** Reads `,3,17,25,` figure by figure: twenty numbers a row, ten thousand rows a search. */
  private count(row: string, terms: Terms, facet: FacetName | null): void {
    let id = 0
    for (let at = 1; at < row.length; at += 1) {
      const figure = row.charCodeAt(at) - 48
      if (figure >= 0) id = id * 10 + figure
      else {
        if (facet === null || terms[id]?.facet === facet) this.counts[id]! += 1
        id = 0
      }
    }
  }
}

/** Without words or filters nothing is counted: triggers have. */
function countAll(bank: Bank, selection: Selection): Counts {
  const total = sumOf(bank, selection)
  const terms = termsById(bank)
  const values = facetNames.flatMap((facet) => topOf(bank, selection, facet, terms))
  return { total, stopped: false, values, without: {}, unfiltered: total }
}

/** Every module has one state, and one only. */
function sumOf(bank: Bank, { scopes }: Selection): number {
  const query = `select coalesce(sum(count), 0) from search_counts
    where scope in (${scopes.map(() => '?').join(', ')}) and facet = 'state'`
  return bank.$client
    .prepare(query)
    .pluck()
    .get(...scopes) as number
}

/** Of one scope they stand in order in an index; those of several have to be added up. */
function topOf(
  bank: Bank,
  { scopes }: Selection,
  facet: FacetName,
  terms: Terms,
): ValueCount[] {
  const where = `where scope in (${scopes.map(() => '?').join(', ')}) and facet = ? and count > 0`
  const query =
    scopes.length === 1
      ? `select termId as id, count from search_counts ${where} order by count desc limit ?`
      : `select termId as id, sum(count) as count from search_counts ${where}
         group by termId order by count desc limit ?`
  const rows = bank.$client.prepare(query).all(...scopes, facet, mostValues) as {
    id: number
    count: number
  }[]
  return rows.flatMap(({ id, count }) => {
    const value = terms[id]?.value
    return value === undefined ? [] : [{ facet, value, count, chosen: false }]
  })
}

/** The most frequent values of each facet, and those that are chosen. */
function topValues(
  terms: Terms,
  countOf: (id: number) => number,
  filters: Selection['filters'],
): ValueCount[] {
  const chosen = new Set(filters.flatMap(({ ids }) => ids))
  const byFacet = new Map<FacetName, ValueCount[]>(facetNames.map((facet) => [facet, []]))
  for (const term of terms) {
    if (!term) continue
    const { id, facet, value } = term
    const count = countOf(id)
    if (count > 0 || chosen.has(id)) {
      byFacet.get(facet)?.push({ facet, value, count, chosen: chosen.has(id) })
    }
  }
  return [...byFacet.values()].flatMap((values) =>
    values
      .sort((a, b) => b.count - a.count)
      .filter((each, index) => index < mostValues || each.chosen),
  )
}
