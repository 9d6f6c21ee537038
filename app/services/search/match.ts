import { stopWords } from './stop-words.ts'
import { type Stemming, stemming, stemsOf, wordsOf } from './words.ts'

/** More words than this are not looked for: the rest of a pasted page narrows nothing down. */
const most = 12

/** What somebody typed, as far as it is looked for: each word once, without those that say nothing. */
export function soughtWords(typed: string): string[] {
  const words = [...new Set(wordsOf(typed.slice(0, 1000)))]
  const telling = words.filter((word) => !stopWords.has(word))
  return (telling.length > 0 ? telling : words).slice(0, most)
}

type Matching = {
  /** All of the words, or any of them. */
  join?: 'AND' | 'OR'
  /** The last word may be the beginning of one. */
  typing?: boolean
  way?: Stemming
}

/**
 * What FTS5 is asked: for each word its stems or itself. Every token is quoted, and none holds
 * anything but letters, figures and our `_`, so that nothing typed is an operator.
 */
export function matchOf(words: readonly string[], matching: Matching = {}): string {
  const { join = 'AND', typing = true, way = stemming } = matching
  return words
    .map((word, index) => oneWord(word, typing && index === words.length - 1, way))
    .join(` ${join} `)
}

function oneWord(word: string, begun: boolean, { ofQuery }: Stemming): string {
  const stems = stemsOf(word, ofQuery).map((stem) => `"_${stem}"`)
  const itself = begun ? [`"${word}"*`] : []
  const either = [...stems, ...itself]
  return `(${either.length > 0 ? either.join(' OR ') : `"${word}"`})`
}
