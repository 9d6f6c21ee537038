/**
 * The order of a list that two people rearranged: what I moved or added stands after what it
 * stands after in mine; all else stands as in theirs. What either of us removed is gone.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const unmoved = longestCommonRun(base, mine)
  const removed = new Set(base.filter((key) => !mine.includes(key)))
  const gone = new Set(base.filter((key) => !theirs.includes(key)))
  const placed = mine.filter((key) => !unmoved.has(key) && !gone.has(key))
  const merged = theirs.filter((key) => !removed.has(key) && !placed.includes(key))
  for (const key of placed) merged.splice(placeFor(key, mine, merged), 0, key)
  return merged
}

/** An order with keys that it misses, each placed as it stands in another. */
export function insertLike(
  order: readonly string[],
  missing: readonly string[],
  like: readonly string[],
): string[] {
  const others = like.filter((key) => !missing.includes(key))
  return mergeOrder(others, like, order)
}

/** Right after the nearest one before it that is there. */
function placeFor(key: string, mine: readonly string[], merged: readonly string[]): number {
  for (let at = mine.indexOf(key) - 1; at >= 0; at -= 1) {
    const found = merged.indexOf(mine[at] as string)
    if (found >= 0) return found + 1
  }
  return 0
}

/** The most keys that stand in the same order in both: whoever is not among them was moved. */
function longestCommonRun(base: readonly string[], mine: readonly string[]): Set<string> {
  const places = new Map(base.map((key, place) => [key, place]))
  const kept = mine.filter((key) => places.has(key))
  const placeOf = (key: string) => places.get(key) as number
  /** For each length, the run of that length that ends earliest in the base. */
  const runs: string[][] = []
  for (const key of kept) {
    const longer = runs.findIndex((run) => placeOf(run.at(-1) as string) > placeOf(key))
    const at = longer < 0 ? runs.length : longer
    runs[at] = [...(runs[at - 1] ?? []), key]
  }
  return new Set(runs.at(-1))
}
