import { type FacetName, facetNames } from './facets.ts'

export const sorts = [
  'relevance',
  'title',
  'newest',
  'changed',
  'published',
  'duration',
] as const
export type Sort = (typeof sorts)[number]

export const views = ['cards', 'table'] as const
export type View = (typeof views)[number]

/** Chosen values of each facet: one of them is enough within a facet, every facet has to agree. */
export type Filters = Partial<Record<FacetName, string[]>>

/** What somebody looks for in the bank, all of it in the address. */
export type BankQuery = {
  q: string
  /** In the text of modules too, not only in what they say of themselves. */
  full: boolean
  /** `null`: by relevance where there are words, else the last changed first. */
  sort: Sort | null
  view: View
  page: number
  filters: Filters
}

/** Longer than anybody types; what is pasted beyond it is not looked at. */
const longest = 300
/** A person cannot choose more; an address may hold anything. */
const mostValues = 30
const mostPages = 500

/** What cannot be understood is not looked for. */
export function readBankQuery(search: URLSearchParams): BankQuery {
  const page = Number(search.get('page') ?? 1)
  return {
    q: (search.get('q') ?? '').slice(0, longest),
    full: ['1', 'true'].includes(search.get('full') ?? ''),
    sort: oneOf(sorts, search.get('sort')),
    view: oneOf(views, search.get('view')) ?? 'cards',
    page: Number.isInteger(page) && page >= 1 && page <= mostPages ? page : 1,
    filters: readFilters(search),
  }
}

function oneOf<Value extends string>(
  values: readonly Value[],
  given: string | null,
): Value | null {
  return values.find((value) => value === given) ?? null
}

function readFilters(search: URLSearchParams): Filters {
  const filters: Filters = {}
  for (const facet of facetNames) {
    const values = [...new Set(search.getAll(facet))].filter((value) => value.length <= 200)
    if (values.length > 0) filters[facet] = values.slice(0, mostValues)
  }
  return filters
}

/** The address of a search, without what goes without saying. */
export function writeBankQuery(query: Partial<BankQuery>): string {
  const { q, full, sort, view, page, filters = {} } = query
  const search = new URLSearchParams()
  if (q?.trim()) search.set('q', q.trim())
  if (full && q?.trim()) search.set('full', '1')
  for (const facet of facetNames) {
    for (const value of filters[facet] ?? []) search.append(facet, value)
  }
  if (sort) search.set('sort', sort)
  if (view && view !== 'cards') search.set('view', view)
  if (page && page > 1) search.set('page', String(page))
  return search.toString()
}

/** The same search, with or without one value of a facet, from its first page. */
export function withFilter(
  query: BankQuery,
  facet: FacetName,
  value: string,
  wanted: boolean,
): BankQuery {
  const others = (query.filters[facet] ?? []).filter((each) => each !== value)
  const values = wanted ? [...others, value] : others
  const { [facet]: _, ...rest } = query.filters
  return { ...query, page: 1, filters: values.length > 0 ? { ...rest, [facet]: values } : rest }
}
