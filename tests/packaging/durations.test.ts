import { describe, expect, it } from 'vitest'
import { isoDuration, timespan } from '#packaging/player/reporters/durations.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'

describe('a duration', () => {
  it.each([
    [0, '0000:00:00.00', 'PT0S'],
    [9, '0000:00:00.00', 'PT0S'],
    [1_999, '0000:00:01.99', 'PT1.99S'],
    [60_000, '0000:01:00.00', 'PT1M'],
    [3_723_456, '0001:02:03.45', 'PT1H2M3.45S'],
    [-5, '0000:00:00.00', 'PT0S'],
    [Number.NaN, '0000:00:00.00', 'PT0S'],
  ])('of %d ms is cut to hundredths', (milliseconds, in12, in2004) => {
    expect(timespan(milliseconds)).toBe(in12)
    expect(isoDuration(milliseconds)).toBe(in2004)
  })

  it('longer than SCORM 1.2 can say is the longest that it can', () => {
    expect(timespan(1e12)).toBe('9999:59:59.99')
  })
})

describe('a stopwatch', () => {
  it('counts attention until a minute after the last sign of it', () => {
    let time = 0
    const watch = createStopwatch(() => time)
    time = 50_000
    watch.touched()
    time = 80_000
    watch.settle()
    time = 160_000
    expect(watch.active()).toBe(110_000)
    expect(watch.open()).toBe(160_000)
  })

  it('counts no attention while the page is hidden', () => {
    let time = 0
    const watch = createStopwatch(() => time)
    time = 10_000
    watch.turned(false)
    time = 40_000
    watch.turned(true)
    time = 45_000
    expect(watch.active()).toBe(15_000)
  })
})
