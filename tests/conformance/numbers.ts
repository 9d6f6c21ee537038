import type { Version } from '#app/lrs/http/version.ts'

/**
 * The published numbers are XAPI-00001 to XAPI-00336 for 1.0.3, and the same for 2.0 but the
 * last, the alternate syntax, which 2.0 gave up.
 */
const last: Record<Version, number> = { '1.0.3': 336, '2.0.0': 335 }

/** `XAPI-00001` … without those that were never given to a requirement. */
export function publishedNumbers(version: Version): string[] {
  const all = Array.from({ length: last[version] }, (_, index) => numbered(index + 1))
  return all.filter((number) => number !== neverGiven)
}

const neverGiven = numbered(136)

function numbered(number: number): string {
  return `XAPI-${String(number).padStart(5, '0')}`
}

/** Numbers that no row proves, and why. */
export const notOurs: Readonly<Record<string, string>> = {
  ...same(
    [50, 51, 52, 53, 54, 55, 58, 63],
    'published without a sentence or a test of its own; XAPI-00049, 00062 and 00064 hold the rules of interactions',
  ),
  ...same(
    [21],
    'each property stands once: a JSON reader keeps one of two, and nothing can be seen of it',
  ),
  ...same([95, 137, 138, 152], 'taken back by those who publish the numbers'),
  ...same([185, 186], 'said to be untestable by those who publish the numbers'),
  ...same([205, 223], 'asks for `since` with DELETE, which the standard does not have'),
  ...same(
    [304],
    'asks for `agent` on profiles of activities, which the standard does not have',
  ),
  ...same(
    [224, 225, 226, 228, 276, 277, 305, 306, 307],
    'about the types of parameters, without a sentence of its own; the rows of each resource send wrong ones',
  ),
  ...same(
    [320],
    'asks for extensions in what /about says, where the standard leaves them open',
  ),
  ...same([323], 'asks that no other code of error be used, without saying what would show it'),
  ...same(
    [329],
    'a failure of the server itself: hostile.test.ts looks for a request that brings it about',
  ),
}

function same(numbers: number[], reason: string): Record<string, string> {
  return Object.fromEntries(numbers.map((number) => [numbered(number), reason]))
}
