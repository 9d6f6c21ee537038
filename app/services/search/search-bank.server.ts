import type { Bank } from '#app/db/client.server.ts'
import type { BankQuery, Sort } from './bank-query.ts'
import { type Counts, countResults } from './count.server.ts'
import { matchOf, soughtWords } from './match.ts'
import { type FoundModule, readResults } from './results.server.ts'
import { filterIds, type Selection, selectIds } from './selection.server.ts'
import { correctWords } from './spelling.server.ts'
import { publicModules, scopeOf, visibleModules } from './visible-modules.server.ts'

export const perPage = 20

export type BankSearch = BankQuery & { organisationId: string }

export type BankPage = Counts & {
  rows: FoundModule[]
  pages: number
  sort: Sort
  /** The words that results are for, where they are not those that were typed. */
  corrected: string | null
  /** No module has all the words: results have some of them. */
  relaxed: boolean
  /** Other words that would find much more. */
  suggestion: string | null
}

/** Fewer results than this are too few not to wonder about the spelling. */
const few = 3

/**
 * A page of the modules that a member may find, the best first, with what they can be narrowed down
 * by. Words that nobody uses are put right, and where no module has them all, some are enough:
 * both are said in the answer.
 */
export function searchBank(bank: Bank, search: BankSearch): BankPage {
  return searchIn(bank, { ...search, scopes: visibleModules(bank, search) })
}

/** The same of what everybody may find, for whoever asks without an account. */
export function searchPublic(bank: Bank, query: BankQuery): BankPage {
  return searchIn(bank, { ...query, scopes: publicModules(bank) })
}

type Scoped = BankQuery & { scopes: string[] }

function searchIn(bank: Bank, search: Scoped): BankPage {
  const asked = plan(bank, search)
  const { selection, counts, words, corrected, relaxed } = asked
  const sort = sortOf(search, words)
  const offset = (search.page - 1) * perPage
  const ids = selectIds(bank, selection, { sort, limit: perPage, offset })
  return {
    ...counts,
    rows: readResults(bank, ids, { words, full: search.full }),
    pages: Math.max(1, Math.ceil(counts.total / perPage)),
    sort,
    corrected,
    relaxed,
    suggestion: suggest(bank, asked),
  }
}

/** The ids of all modules of one's own that have the words, exactly as they stand; for programs. */
export function findExactly(
  bank: Bank,
  search: Pick<BankSearch, 'organisationId' | 'q' | 'filters'> & { full?: boolean },
): number[] {
  const words = soughtWords(search.q)
  const selection = selectionOf(bank, { ...search, scopes: [scopeOf(search)] }, words)
  const sort = words.length > 0 ? 'relevance' : 'changed'
  return selectIds(bank, selection, { sort, limit: -1, offset: 0 })
}

type Plan = {
  selection: Selection
  counts: Counts
  words: string[]
  corrected: string | null
  relaxed: boolean
}

/** What is looked for in the end: as typed, put right, or with some of the words only. */
function plan(bank: Bank, search: Scoped): Plan {
  const words = soughtWords(search.q)
  const selection = selectionOf(bank, search, words)
  const counts = countResults(bank, selection)
  const asked = { selection, counts, words, corrected: null, relaxed: false }
  if (!selection.words || counts.unfiltered > 0) return asked
  return corrected(bank, search, asked, selection.words.table) ?? relaxed(bank, search, asked)
}

function corrected(
  bank: Bank,
  search: Scoped,
  asked: Plan,
  table: NonNullable<Selection['words']>['table'],
): Plan | null {
  const words = correctWords(bank, table, asked.words, (tried) =>
    answers(bank, selectionOf(bank, search, tried)),
  )
  if (!words) return null
  const selection = selectionOf(bank, search, words)
  const counts = countResults(bank, selection)
  return { ...asked, selection, counts, words, corrected: words.join(' ') }
}

function relaxed(bank: Bank, search: Scoped, asked: Plan): Plan {
  if (asked.words.length < 2) return asked
  const selection = selectionOf(bank, search, asked.words, 'OR')
  const counts = countResults(bank, selection)
  return counts.unfiltered > 0 ? { ...asked, selection, counts, relaxed: true } : asked
}

type Looked = Pick<Scoped, 'scopes' | 'filters'> & { full?: boolean }

function selectionOf(
  bank: Bank,
  search: Looked,
  words: string[],
  join: 'AND' | 'OR' = 'AND',
): Selection {
  const table = search.full ? 'search_full' : 'search_light'
  return {
    scopes: search.scopes,
    words: words.length > 0 ? { table, match: matchOf(words, { join }) } : null,
    filters: filterIds(bank, search.filters),
  }
}

/** Whether words find anything at all, whatever the filters leave of it. */
function answers(bank: Bank, selection: Selection): boolean {
  const anywhere = { ...selection, filters: [] }
  return selectIds(bank, anywhere, { sort: 'any', limit: 1, offset: 0 }).length > 0
}

function sortOf({ sort }: BankQuery, words: readonly string[]): Sort {
  if (words.length === 0) return sort === null || sort === 'relevance' ? 'changed' : sort
  return sort ?? 'relevance'
}

/** Where hardly anything was found: what a word that hardly any module has may have meant. */
function suggest(
  bank: Bank,
  { selection, words, corrected, relaxed, counts: { unfiltered } }: Plan,
): string | null {
  const enough = unfiltered >= few || words.length === 0 || corrected || relaxed
  if (enough || !selection.words) return null
  const { table } = selection.words
  const better = correctWords(bank, table, words, (tried) => finds(tried), unfiltered)
  return better?.join(' ') ?? null

  function finds(tried: string[]): boolean {
    const words = { table, match: matchOf(tried) }
    const anywhere = { ...selection, words, filters: [] }
    return selectIds(bank, anywhere, { sort: 'any', limit: few, offset: 0 }).length >= few
  }
}
