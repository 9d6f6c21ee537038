import { stemming, stemsOf, wordsOf } from './words.ts'

/** A piece of a text, told apart where it holds a word that was looked for. */
export type Piece = { text: string; found: boolean }

/** Characters shown of a long text, and those before its first word found. */
const shown = 220
const before = 60
/** A text is not searched beyond this: the first place found is as good as any. */
const mostRead = 200_000

/** Whether a word of a text is one that was looked for, in any of its forms. */
export type Finder = (word: string) => boolean

export function finderOf(words: readonly string[]): Finder {
  const stems = new Set(words.flatMap((word) => stemsOf(word, stemming.ofQuery)))
  const begun = words.at(-1) ?? null
  return (raw) =>
    wordsOf(raw).some(
      (word) =>
        (begun !== null && word.startsWith(begun)) ||
        stemsOf(word, stemming.ofQuery).some((stem) => stems.has(stem)),
    )
}

/** A short text, whole. */
export function highlight(text: string, isFound: Finder): Piece[] {
  return piecesOf(text, placesIn(text, isFound))
}

/** The part of a long text where the words stand, `null` when none does. */
export function snippet(text: string, isFound: Finder): Piece[] | null {
  const places = placesIn(text.slice(0, mostRead), isFound, shown)
  const [first] = places
  if (!first) return null
  const start = wordBoundary(text, first.start - before)
  const end = wordBoundary(text, start + shown)
  const inside = places
    .filter((place) => place.start >= start && place.end <= end)
    .map((place) => ({ start: place.start - start, end: place.end - start }))
  const pieces = piecesOf(text.slice(start, end).replace(/\s/g, ' '), inside)
  return [
    ...(start > 0 ? [{ text: '… ', found: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: ' …', found: false }] : []),
  ]
}

type Place = { start: number; end: number }

/** @param within characters after the first place beyond which no more are looked for */
function placesIn(text: string, isFound: Finder, within = Number.POSITIVE_INFINITY): Place[] {
  const places: Place[] = []
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (places[0] && index > places[0].start + within) break
    if (isFound(word)) places.push({ start: index, end: index + word.length })
  }
  return places
}

function piecesOf(text: string, places: readonly Place[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of places) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: false })
    pieces.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}

/** The end of a word at or after a place. */
function wordBoundary(text: string, place: number): number {
  if (place <= 0) return 0
  const space = text.slice(place).search(/\s/)
  return space < 0 ? text.length : place + space + 1
}
