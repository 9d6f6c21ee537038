import type { Mean, Share } from './quality.ts'

/** Quantile of the normal law for 95 %. */
const z = 1.959963984540054

/**
 * A share with its interval at 95 %, which stays within 0 and 1 and holds for small numbers.
 *
 * @see E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 *   1927
 */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null }
  const share = count / of
  const scale = 1 + z ** 2 / of
  const middle = (share + z ** 2 / (2 * of)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const low = count === 0 ? 0 : middle - half
  const high = count === of ? 1 : middle + half
  return { count, of, share, low, high }
}

/**
 * A mean of values from 0 to 1 with its interval at 95 %. Marks may be partial: of all that
 * have this mean, all or nothing varies most, so that its Wilson interval is wide enough for
 * any.
 *
 * @param sum of the values
 */
export function meanOf(sum: number, of: number): Mean {
  const { share, low, high } = wilson(sum, of)
  return { mean: share, low, high }
}

/** Sums over pairs (x, y), from which their correlation comes. */
export type PairSums = { n: number; x: number; xx: number; y: number; yy: number; xy: number }

/** Pearson's correlation, -1 to 1; `null` when x or y never varies. */
export function correlation({ n, x, xx, y, yy, xy }: PairSums): number | null {
  const spreadX = n * xx - x * x
  const spreadY = n * yy - y * y
  if (spreadX <= 0 || spreadY <= 0) return null
  const value = (n * xy - x * y) / Math.sqrt(spreadX) / Math.sqrt(spreadY)
  return Math.min(1, Math.max(-1, value))
}
