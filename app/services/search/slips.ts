/** Slips that are looked for: none in a short word, where everything is near everything. */
export function mostSlips(word: string): number {
  if (word.length < 4) return 0
  return word.length <= 7 ? 1 : 2
}

/**
 * Letters added, left out, changed or swapped between two words (optimal string alignment);
 * anything above `most` is given as `most + 1`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[other.length]!, most + 1)
}
