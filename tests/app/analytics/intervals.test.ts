import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketMiddle, bucketUpTo, timeBucket } from '#app/db/schema/statements/time-buckets.ts'
import { correlation, wilson } from '#app/services/analytics/intervals.ts'
import { medianTime } from '#app/services/analytics/time-histogram.ts'

describe('an interval', () => {
  it('is that of the tables', () => {
    // 9 of 20, a value published with the method and checked by hand.
    const { low, high } = wilson(9, 20)
    expect(low).toBeCloseTo(0.2582, 4)
    expect(high).toBeCloseTo(0.6579, 4)
  })

  it('holds the share, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (count, more) => {
        fc.pre(count + more > 0)
        const { share, low, high } = wilson(count, count + more)
        expect(low!).toBeGreaterThanOrEqual(0)
        expect(low!).toBeLessThanOrEqual(share!)
        expect(high!).toBeGreaterThanOrEqual(share!)
        expect(high!).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('of nothing is none', () => {
    expect(wilson(0, 0)).toEqual({ count: 0, of: 0, share: null, low: null, high: null })
  })
})

describe('a correlation', () => {
  it('of what never varies is none', () => {
    expect(correlation({ n: 3, x: 3, xx: 3, y: 6, yy: 14, xy: 6 })).toBeNull()
  })

  it('of a value with itself is one', () => {
    expect(correlation({ n: 3, x: 6, xx: 14, y: 6, yy: 14, xy: 14 })).toBeCloseTo(1)
  })
})

describe('a time', () => {
  it('is counted in a bucket whose middle is within five hundredths of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1001, max: 86_400_000 }), (milliseconds) => {
        const bucket = timeBucket(milliseconds)
        expect(Math.abs(bucketMiddle(bucket) / milliseconds - 1)).toBeLessThan(0.05)
        expect(milliseconds).toBeLessThanOrEqual(bucketUpTo(bucket) + 1)
        expect(milliseconds).toBeGreaterThan(bucketUpTo(bucket - 1) - 1)
      }),
    )
  })

  it('in the middle of all is the median', () => {
    const counts = [4000, 60_000, 61_000, 62_000, 900_000].map(timeBucket)
    const median = medianTime(counts.map((bucket) => ({ bucket, attempts: 1 })))
    expect(Math.abs(median! / 61_000 - 1)).toBeLessThan(0.05)
    expect(medianTime([])).toBeNull()
  })
})
