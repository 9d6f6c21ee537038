import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
let clock = Date.UTC(2026, 8, 14, 9)

beforeEach(async () => {
  endpoint = await openEndpoint({ now: () => new Date(clock) })
})
afterEach(() => endpoint.close())

const plain = {
  actor: { mbox: 'mailto:lea@example.org' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/attended' },
  object: { id: 'https://example.org/visite' },
}

/** How many of so many requests were held back. */
async function heldBack(as: string, many: number): Promise<Response[]> {
  const all = await Promise.all(
    Array.from({ length: many }, () =>
      endpoint.call('/statements', { method: 'POST', body: plain, as }),
    ),
  )
  return all.filter(({ status }) => status === 429)
}

it('whoever has a package’s key is held back after two hundred requests, and let on at twenty a second', async () => {
  const key = endpoint.key('add')
  const held = await heldBack(key, 210)
  expect(held).toHaveLength(10)
  expect(held[0]!.headers.get('Retry-After')).toBe('1')
  expect(await held[0]!.json()).toMatchObject({ error: { code: 'request.too-many' } })
  clock += 1000
  expect(await heldBack(key, 25)).toHaveLength(5)
  clock += 60_000
  expect(await heldBack(key, 200)).toHaveLength(0)
})

it('another package is not held back with it, nor is a key that no learner has', async () => {
  await heldBack(endpoint.key('add'), 210)
  expect(await heldBack(endpoint.key('add'), 5)).toHaveLength(0)
  expect(await heldBack(endpoint.key('all'), 300)).toHaveLength(0)
})
