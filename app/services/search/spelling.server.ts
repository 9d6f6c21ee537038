import type { Bank } from '#app/db/client.server.ts'
import type { Selection } from './selection.server.ts'
import { mostSlips, slipsBetween } from './slips.ts'
import { stemming, stemsOf } from './words.ts'

type Table = NonNullable<Selection['words']>['table']
type Word = { term: string; doc: number; distance: number }

/** Words tried in place of one that nobody uses. */
const mostTried = 5

/**
 * What somebody may have meant: each word that no module has (`rare`: or hardly any) is replaced by
 * one that is a slip of the finger away.
 *
 * @param answers whether some words find anything that the person may see
 * @returns `null` when nothing can be put right
 */
export function correctWords(
  bank: Bank,
  table: Table,
  words: readonly string[],
  answers: (words: string[]) => boolean,
  rare = 0,
): string[] | null {
  const unknown = words.map((word, index) =>
    isKnown(bank, table, word, index === words.length - 1, rare) ? null : word,
  )
  if (unknown.every((word) => word === null)) return null
  const candidates = unknown.map((word) => (word ? wordsNear(bank, table, word, rare) : null))
  if (candidates.some((list) => list?.length === 0)) return null
  for (let tried = 0; tried < mostTried; tried += 1) {
    if (tried > 0 && !candidates.some((list) => list?.[tried])) break
    const corrected = words.map(
      (word, index) => (candidates[index]?.[tried] ?? candidates[index]?.[0])?.term ?? word,
    )
    if (answers(corrected)) return corrected
  }
  return null
}

/** A word, one of its other forms, or the beginning of one where it is still being typed. */
function isKnown(
  bank: Bank,
  table: Table,
  word: string,
  typing: boolean,
  rare: number,
): boolean {
  const forms = [word, ...stemsOf(word, stemming.ofQuery).map((stem) => `_${stem}`)]
  const exact = bank.$client.prepare(`select max(doc) from ${table}_words where term = ?`)
  if (forms.some((form) => (exact.pluck().get(form) as number) > rare)) return true
  if (!typing || rare > 0) return false
  const begun = `select 1 from ${table}_words where term >= ? and term < ? limit 1`
  return bank.$client.prepare(begun).get(word, `${word}\u{10ffff}`) !== undefined
}

/** The nearest first, and of those equally near the most frequent; stems sort before `a`. */
function wordsNear(bank: Bank, table: Table, word: string, rare: number): Word[] {
  const slips = mostSlips(word)
  if (slips === 0) return []
  const rows = bank.$client
    .prepare(
      `select term, doc from ${table}_words
       where term >= 'a' and length(term) between ? and ? and doc > ?`,
    )
    .all(word.length - slips, word.length + slips, rare * 5) as Omit<Word, 'distance'>[]
  return rows
    .map((row) => ({ ...row, distance: slipsBetween(word, row.term, slips) }))
    .filter(({ distance }) => distance > 0 && distance <= slips)
    .sort((a, b) => a.distance - b.distance || b.doc - a.doc)
    .slice(0, mostTried)
}
