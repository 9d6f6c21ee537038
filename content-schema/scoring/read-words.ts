/** How closely a typed answer must follow one that is accepted. */
export type Tolerance = {
  /** Capitals count. */
  capitals: boolean
  /** Accents count. */
  accents: boolean
  /** Small slips of spelling are forgiven: one from five letters on, two from nine on. */
  spelling: boolean
}

/** The accepted answer that what was typed comes up to, `null` when there is none. */
export function acceptedAs(
  typed: string,
  accepted: readonly string[],
  tolerance: Tolerance,
): string | null {
  const given = plainWords(typed, tolerance)
  if (given === '') return null
  const exact = accepted.find((each) => plainWords(each, tolerance) === given)
  if (exact !== undefined || !tolerance.spelling) return exact ?? null
  return accepted.find((each) => isClose(given, plainWords(each, tolerance))) ?? null
}

/** What is compared: spaces, apostrophes and ligatures as one writes them never count. */
export function plainWords(text: string, { capitals, accents }: Tolerance): string {
  const settled = text
    .normalize('NFC')
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .trim()
  const cased = capitals ? settled : settled.toLowerCase()
  return accents ? cased : cased.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
}

function isClose(given: string, wanted: string): boolean {
  const slips = wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0
  return Math.abs(given.length - wanted.length) <= slips && distance(given, wanted) <= slips
}

/**
 * Letters added, left out, changed or swapped with their neighbour.
 *
 * @see Damerau (1964), optimal string alignment
 */
function distance(one: string, other: string): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      line[column] = Math.min(
        above[column]! + 1,
        line[column - 1]! + 1,
        above[column - 1]! + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = above
    above = line
  }
  return above[other.length]!
}
