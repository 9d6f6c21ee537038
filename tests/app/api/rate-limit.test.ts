import { expect, it } from 'vitest'
import { rateLimit } from '#app/api/rate-limit.ts'

it('sixty requests at once are let in, then two a second; each caller is counted alone', () => {
  const limit = rateLimit()
  const waits = Array.from({ length: 61 }, () => limit('one', 1, 0))
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(60)
  expect(waits.at(-1)).toBe(1)
  expect(limit('other', 1, 0)).toBe(0)
  expect([limit('one', 1, 1000), limit('one', 1, 1000), limit('one', 1, 1000)]).toEqual([
    0, 0, 1,
  ])
})

it('what costs more waits longer', () => {
  const limit = rateLimit()
  expect(Array.from({ length: 7 }, () => limit('one', 10, 0))).toEqual([0, 0, 0, 0, 0, 0, 5])
})
