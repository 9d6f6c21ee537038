import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'

/** A word longer than this is no word: a key, an address, a mistake. */
const longest = 40

/**
 * Text as it is compared: no accents, no capitals, `œ` and `æ` in two letters. SQLite folds accents
 * but not ligatures, so that both sides are folded here.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

/** The words of a text, folded, in order. An apostrophe parts them: `l’écart` is `l` and `ecart`. */
export function wordsOf(text: string): string[] {
  return (text.match(rawWord) ?? []).flatMap(foldedWords)
}

const rawWord = /[\p{L}\p{M}\p{N}]+/gu

/** One word as a rule; what a sign such as `½` is taken apart into may be several. */
const foldedWords = remembering((raw: string): string[] =>
  (fold(raw).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= longest),
)

export type Stemmer = (word: string) => string

/** Which stems stand for a text of some language, and for a word that somebody looks for. */
export type Stemming = {
  ofText: (language: string) => Stemmer[]
  ofQuery: Stemmer[]
}

const inFrench = stemmed(french)
const inEnglish = stemmed(english)

/**
 * A text is stemmed in its own language, in both where it is in neither; a word looked for in both,
 * since nothing says in which it was typed. Folding comes first: half of what is typed has no
 * accents, and `sécurité` without its own is another word to a French stemmer.
 */
export const stemming: Stemming = {
  ofText: (language) => {
    if (language.startsWith('fr')) return [inFrench]
    return language.startsWith('en') ? [inEnglish] : [inFrench, inEnglish]
  },
  ofQuery: [inFrench, inEnglish],
}

/** What `stemming` is compared with. */
export const otherStemmings: Record<'none' | 'french', Stemming> = {
  none: { ofText: () => [], ofQuery: [] },
  french: { ofText: () => [inFrench], ofQuery: [inFrench] },
}

/** A word under some stemmers, each stem once. */
export function stemsOf(word: string, stemmers: readonly Stemmer[]): string[] {
  return [...new Set(stemmers.map((stem) => stem(word)))]
}

/**
 * A text as the index holds it: each word as it is, for those who have not typed it to its end, and
 * its stem behind a `_`, for its other forms.
 */
export function tokensOf(text: string, language: string, way: Stemming = stemming): string {
  const stemmers = way.ofText(language)
  return wordsOf(text)
    .map((word) => stemmers.reduce((tokens, stem) => `${tokens} _${stem(word)}`, word))
    .join(' ')
}

/** More often than this, a word says no more of what a text is about (`k1` of bm25 is 1.2). */
const mostTimes = 4

/**
 * A long text as the index holds it: its stems, then each of its words once. Order is lost, which
 * nothing asks for, and a save costs a third.
 */
export function bodyTokensOf(text: string, language: string, way: Stemming = stemming): string {
  const stemmers = way.ofText(language)
  const times = new Map<string, number>()
  for (const raw of text.match(rawWord) ?? []) times.set(raw, (times.get(raw) ?? 0) + 1)
  const stems: string[] = []
  const words = new Set<string>()
  for (const [raw, count] of times) {
    for (const word of foldedWords(raw)) {
      words.add(word)
      for (const stem of stemmers) {
        for (let n = Math.min(count, mostTimes); n > 0; n -= 1) stems.push(`_${stem(word)}`)
      }
    }
  }
  return [...stems, ...words].join(' ')
}

/** Short words and those with figures in them have one form only. */
function stemmed(stem: Stemmer): Stemmer {
  return remembering((word: string) => (word.length < 4 || /\d/.test(word) ? word : stem(word)))
}

function remembering<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= 100_000) known.clear()
    const after = find(word)
    known.set(word, after)
    return after
  }
}
