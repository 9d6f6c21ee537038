/** Percent: fractions are rounded where they are written. */
const close = 1

/**
 * Whether the parts that choices earn differ from ours: each right one an equal share, each wrong
 * one taking a share back.
 *
 * @param fractions percent of the points, below zero for what is taken back
 */
export function sharesDiffer(fractions: number[]): boolean {
  const right = fractions.filter((fraction) => fraction > 0)
  const wrong = fractions.filter((fraction) => fraction <= 0)
  const share = 100 / right.length
  const differs = (fraction: number) => Math.abs(Math.abs(fraction) - share) > close
  return right.some(differs) || wrong.some(differs)
}
