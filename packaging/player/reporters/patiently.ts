/**
 * Tries something so many times, so many milliseconds apart, until it gives something.
 *
 * @returns what it gave; `null` when it never gave anything
 */
export async function patiently<Got>(
  times: number,
  every: number,
  attempt: () => Got | null | Promise<Got | null>,
): Promise<Got | null> {
  for (let tried = 0; tried < times; tried += 1) {
    const got = await attempt()
    if (got) return got
    await new Promise((resolve) => setTimeout(resolve, every))
  }
  return null
}
