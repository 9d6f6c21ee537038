/** Eight buckets for each doubling: the middle of one is never more than 4.5 % away. */
const perDoubling = 8

/**
 * The bucket of `active_times` in which an active time is counted; 0 holds a second and less.
 */
export function timeBucket(milliseconds: number): number {
  if (milliseconds <= 1000) return 0
  return Math.ceil(Math.log2(milliseconds / 1000) * perDoubling)
}

/** The longest time of a bucket, in milliseconds. */
export function bucketUpTo(bucket: number): number {
  return Math.round(1000 * 2 ** (bucket / perDoubling))
}

/** Time that stands for a bucket: its geometric middle, in milliseconds. */
export function bucketMiddle(bucket: number): number {
  return bucket === 0 ? 1000 : Math.round(1000 * 2 ** ((bucket - 0.5) / perDoubling))
}
