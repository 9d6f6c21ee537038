/**
 * Of the names that two lists share, the fewest that have to be moved to come from one order to the
 * other: all but a longest run that is in the same order in both.
 */
export function movedAmong(before: readonly string[], after: readonly string[]): Set<string> {
  const rank = new Map(before.map((name, index) => [name, index]))
  const shared = after.filter((name) => rank.has(name))
  const staying = new Set(longestRising(shared.map((name) => rank.get(name)!)))
  return new Set(shared.filter((name) => !staying.has(rank.get(name)!)))
}

/** The longest rising run of a list of numbers, none twice. */
function longestRising(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const number of numbers) {
    const at = ends.findIndex((end) => end > number)
    const place = at < 0 ? ends.length : at
    previous.set(number, ends[place - 1])
    ends[place] = number
  }
  const run: number[] = []
  for (let each = ends.at(-1); each !== undefined; each = previous.get(each)) run.unshift(each)
  return run
}
