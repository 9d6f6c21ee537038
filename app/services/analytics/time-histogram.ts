import { bucketMiddle, bucketUpTo } from '#app/db/schema/statements/time-buckets.ts'
import type { TimeBin } from './quality.ts'

export type BucketCount = { bucket: number; attempts: number }

/** The bucket's middle in which the middle attempt is: never more than 4.5 % away from it. */
export function medianTime(counts: readonly BucketCount[]): number | null {
  const total = counts.reduce((sum, { attempts }) => sum + attempts, 0)
  let seen = 0
  for (const { bucket, attempts } of [...counts].sort((a, b) => a.bucket - b.bucket)) {
    seen += attempts
    if (seen * 2 >= total && total > 0) return bucketMiddle(bucket)
  }
  return null
}

/** Buckets as bins that can be drawn, the shortest times first; empty ones are left out. */
export function timeBins(counts: readonly BucketCount[]): TimeBin[] {
  return [...counts]
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ bucket, attempts }) => ({
      fromMs: bucket === 0 ? 0 : bucketUpTo(bucket - 1),
      toMs: bucketUpTo(bucket),
      attempts,
    }))
}
