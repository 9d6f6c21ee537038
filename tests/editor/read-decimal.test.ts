import { expect, it } from 'vitest'
import { readDecimal, writeDecimal } from '#editor/read-decimal.ts'

it.each([
  ['3,5', 3.5],
  ['3.5', 3.5],
  [' -12 ', -12],
  ['−0,25', -0.25],
  ['1 200', 1200],
  ['1\u202F200', 1200],
  ['', null],
  ['12 m', undefined],
  ['1,2,3', undefined],
  ['1e5', undefined],
])('reads “%s” as an author means it', (text, value) => {
  expect(readDecimal(text)).toBe(value)
})

it('reads back what it writes', () => {
  for (const value of [0, 0.1, -2.5, 1200, 0.0000001]) {
    expect(readDecimal(writeDecimal(value))).toBe(value)
  }
})
