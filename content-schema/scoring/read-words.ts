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
  return isWithin(wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0, given, wanted)
}

/**
 * Whether so many slips are enough to make one of the other: letters added, left out, changed or
 * swapped with their neighbour.
 *
 * @see Damerau (1964), optimal string alignment
 */
function isWithin(slips: number, one: string, other: string): boolean {
  if (one === other) return true
  if (slips === 0) return false
  if (one[0] === other[0]) return isWithin(slips, one.slice(1), other.slice(1))
  const skipping = (left: number, right: number) =>
    isWithin(slips - 1, one.slice(left), other.slice(right))
  const isSwapped = one[0] === other[1] && one[1] === other[0]
  return skipping(1, 0) || skipping(0, 1) || skipping(1, 1) || (isSwapped && skipping(2, 2))
}
