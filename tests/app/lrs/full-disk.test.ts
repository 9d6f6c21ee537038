import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStatements } from '#app/db/client.server.ts'
import { temporaryFolder } from '#tests/builders/zip.ts'
import { openEndpoint } from './endpoint.ts'
import { learner } from './learner.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

it('while the disk is full nothing is stored and whoever sends is told to wait; once there is room it goes on by itself', async () => {
  const statements = openStatements(join(await temporaryFolder(), 'statements.sqlite'))
  const endpoint = await openEndpoint({ statements })
  const pages = Number(statements.$client.pragma('page_count', { simple: true }))
  statements.$client.pragma(`max_page_count = ${pages + 40}`)
  const acknowledged: string[] = []
  const refused: Response[] = []
  const someone = learner()
  for (let at = 0; refused.length < 5; at += 1) {
    const batches = Array.from({ length: 4 }, () =>
      Array.from({ length: 20 }, () => someone.reads(`section00${at % 5}`, at)),
    )
    // At once, so that they share a commit.
    await Promise.all(
      batches.map(async (told) => {
        const answer = await endpoint.call('/statements', { method: 'POST', body: told })
        if (answer.ok) acknowledged.push(...told.map(({ id }) => id))
        else refused.push(answer)
      }),
    )
  }
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
  expect(refused[0]!.headers.get('Retry-After')).toBe('30')
  expect(await refused[0]!.json()).toMatchObject({ error: { code: 'store.unavailable' } })
  expect(stored()).toBe(acknowledged.length)
  const state = '/activities/state?activityId=https://example.org/a&stateId=s&agent='
  const agent = encodeURIComponent(JSON.stringify({ mbox: 'mailto:a@example.org' }))
  const put = { method: 'PUT', body: { text: 'x'.repeat(500_000) } }
  expect((await endpoint.call(`${state}${agent}`, put)).status).toBe(503)

  statements.$client.pragma('max_page_count = 1000000')
  const told = someone.reads('section001', 3)
  const answer = await endpoint.call('/statements', { method: 'POST', body: told })
  expect(answer.status).toBe(200)
  expect(stored()).toBe(acknowledged.length + 1)
  expect((await endpoint.call(`${state}${agent}`, put)).status).toBe(204)
  expect(dumpRollups(statements)).toEqual(recomputedRollups(statements))
  await endpoint.close()
  statements.$client.close()

  function stored() {
    return statements.$client.prepare('select count(*) from statements').pluck().get()
  }
})
