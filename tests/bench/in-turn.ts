/**
 * Measures two things in turn (A B A B), so that whatever else the machine does falls on both.
 *
 * @returns the results of each, in the order they were made
 */
export async function inTurn<A, B>(
  rounds: number,
  ours: () => Promise<A>,
  limit: () => Promise<B>,
): Promise<{ ours: A[]; limit: B[] }> {
  const results: { ours: A[]; limit: B[] } = { ours: [], limit: [] }
  for (let round = 0; round < rounds; round += 1) {
    results.ours.push(await ours())
    results.limit.push(await limit())
  }
  return results
}

/** The middle one; the lower of the two where there are two. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new RangeError('there is no median of nothing')
  return middle
}

/** @returns milliseconds */
export async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}
