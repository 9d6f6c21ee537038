import { expect, it } from 'vitest'
import { holdTab } from '#editor/tab.ts'

it('gives each page an id of its own where the browser has no locks', async () => {
  const [first, second] = [await holdTab(undefined), await holdTab(undefined)]
  expect(first.tab).toMatch(/^[0-9a-z]{10}$/)
  expect(first.tab).not.toBe(second.tab)
  expect(second.alive.size).toBe(0)
})
