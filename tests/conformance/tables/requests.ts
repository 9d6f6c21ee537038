import { expect } from 'vitest'
import type { Lrs } from '../lrs.ts'
import { type Row, row } from '../row.ts'
import { fresh, plain } from '../sample.ts'

/** How statements are sent, and what is answered. */
export const writing: readonly Row[] = [
  row('XAPI-00143 00144 00145', 'takes one statement by PUT, at its id only', async (lrs) => {
    const told = fresh()
    const answer = await lrs.put(told.id, plain)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect((await lrs.send('PUT', '/statements', { body: told })).status).toBe(400)
    expect((await lrs.put(fresh().id, told)).status).toBe(400)
  }),
  row(
    'XAPI-00146 00147',
    'takes statements by POST and tells their ids in order',
    async (lrs) => {
      const all = [fresh(), fresh()]
      const answer = await lrs.post(all)
      expect([answer.status, await answer.json()]).toEqual([200, all.map(({ id }) => id)])
    },
  ),
  row(
    'XAPI-00326',
    'stores nothing of a batch in which one statement is wrong',
    async (lrs) => {
      const told = fresh()
      const before = lrs.count()
      expect((await lrs.post([told, { ...told, id: fresh().id, actor: {} }])).status).toBe(400)
      expect((await lrs.get({ statementId: told.id })).status).toBe(404)
      expect(lrs.count()).toBe(before)
    },
  ),
  row('XAPI-00014', 'refuses a body that is no JSON', async (lrs) => {
    expect((await lrs.post('{"actor":')).status).toBe(400)
    expect((await lrs.post('')).status).toBe(400)
  }),
  row('XAPI-00328', 'refuses a statement that is larger than it takes', async (lrs) => {
    const response = await lrs.post(fresh({ result: { response: 'x'.repeat(7_000_000) } }))
    expect(response.status).toBe(413)
  }),
]

export const headers: readonly Row[] = [
  row('XAPI-00125 00126', 'answers HEAD as GET, without a body', async (lrs) => {
    const told = fresh()
    await lrs.post(told)
    const agent = JSON.stringify(told.actor)
    const asked: [string, Record<string, string>][] = [
      ['/statements', { agent }],
      ['/statements', { statementId: told.id }],
      ['/agents', { agent }],
      ['/activities', { activityId: plain.object.id }],
      ['/activities/state', { activityId: plain.object.id, agent }],
      ['/agents/profile', { agent }],
      ['/activities/profile', { activityId: plain.object.id }],
      ['/about', {}],
    ]
    for (const [path, query] of asked) {
      const [got, head] = [
        await lrs.send('GET', path, { query }),
        await lrs.send('HEAD', path, { query }),
      ]
      expect([path, head.status, await head.text()]).toEqual([path, got.status, ''])
      for (const name of ['content-type', 'content-length'])
        expect(head.headers.get(name)).toBe(got.headers.get(name))
    }
  }),
  row(
    'XAPI-00153 00160',
    'says with each answer how far statements are complete',
    async (lrs) => {
      for (const query of [{ limit: '1' }, { verb: 'x' }, { statementId: fresh().id }]) {
        const answer = await lrs.get(query as Record<string, string>)
        const through = answer.headers.get('x-experience-api-consistent-through')!
        expect(through).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
        expect(Date.parse(through)).toBeGreaterThan(Date.now() - 60_000)
      }
    },
  ),
]

const everywhere = [
  '/statements',
  '/agents',
  '/activities',
  '/activities/state',
  '/agents/profile',
  '/activities/profile',
]

export const versions: readonly Row[] = [
  row('XAPI-00333', 'says the version that it speaks', async (lrs) => {
    const answer = await lrs.get({ limit: '1' })
    expect(answer.headers.get('x-experience-api-version')).toBe(lrs.version)
  }),
  row('XAPI-00321 00331', 'refuses a request without version, or of another', async (lrs) => {
    for (const path of everywhere) {
      const bare = await fetch(`${lrs.endpoint.url}${path}`, {
        headers: { Authorization: lrs.endpoint.key('all') },
      })
      expect(bare.status).toBe(400)
      for (const version of ['0.9', '0.95', '1.1', '1.1.0', '3.0.0', 'x', '']) {
        const other = await lrs.send('GET', path, {
          headers: { 'X-Experience-API-Version': version },
        })
        expect(other.status).toBe(400)
      }
    }
  }),
  row('XAPI-00101', 'refuses a statement of a version that is none', async (lrs) => {
    for (const version of ['0.9.9', '1.1.0', '1', 1, '']) {
      expect((await lrs.post(fresh({ version }))).status).toBe(400)
    }
  }),
]

export const about: readonly Row[] = [
  row(
    'XAPI-00315 00316 00317 00318 00319',
    'says at /about which versions it speaks',
    async (lrs) => {
      const answer = await lrs.send('GET', '/about')
      const { version } = (await answer.json()) as { version: string[] }
      expect(answer.status).toBe(200)
      expect(version).toContain(lrs.version)
      for (const each of version) expect(each).toMatch(/^[12]\.0\.\d+$/)
    },
  ),
]

export const errors: readonly Row[] = [
  row('XAPI-00324', 'refuses a parameter that it does not know, everywhere', async (lrs) => {
    for (const path of everywhere)
      expect((await lrs.send('GET', path, { query: { colour: 'red' } })).status).toBe(400)
    expect((await lrs.get({ colour: 'red' })).status).toBe(400)
  }),
  row('XAPI-00325', 'refuses a parameter in another case', async (lrs) => {
    const { id } = fresh()
    for (const query of [{ StatementId: id }, { VERB: plain.verb.id }, { Limit: '1' }])
      expect((await lrs.get(query as unknown as Record<string, string>)).status).toBe(400)
  }),
  row('XAPI-00334', 'opens nothing to a wrong key', async (lrs) => {
    for (const as of ['Basic d3Jvbmc6a2V5', 'Bearer x', ''])
      expect((await lrs.send('GET', '/statements', { as })).status).toBe(401)
    const put = { query: { statementId: fresh().id }, body: plain, as: 'Basic d3Jvbmc6a2V5' }
    expect((await lrs.send('PUT', '/statements', put)).status).toBe(401)
  }),
  row('XAPI-00335', 'knows a key by HTTP Basic', async (lrs) => {
    const as = lrs.endpoint.key('all')
    expect(as).toMatch(/^Basic /)
    expect((await lrs.send('GET', '/statements', { as })).status).toBe(200)
  }),
  row('XAPI-00327', 'refuses with 403 what a right key may not do', async (lrs) => {
    const read = { body: plain, as: lrs.endpoint.key('read') }
    expect((await lrs.send('POST', '/statements', read)).status).toBe(403)
    expect((await lrs.send('GET', '/statements', { as: lrs.endpoint.key('add') })).status).toBe(
      403,
    )
  }),
  row('XAPI-00182', 'changes nothing by a request that it refuses', async (lrs) => {
    const at = {
      activityId: plain.object.id,
      agent: JSON.stringify(fresh().actor),
      stateId: 's',
    }
    await lrs.send('POST', '/activities/state', { query: at, body: { page: 1 } })
    const refused = await lrs.send('POST', '/activities/state', { query: at, body: '[' })
    expect(refused.status).toBe(400)
    const kept = await lrs.send('GET', '/activities/state', { query: at })
    expect(await kept.json()).toEqual({ page: 1 })
  }),
]

function form(lrs: Lrs, path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({
    Authorization: lrs.endpoint.key('all'),
    'X-Experience-API-Version': lrs.version,
    ...fields,
  }).toString()
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return lrs.send('POST', path, { body, headers: type })
}

export const alternateSyntax: readonly Row[] = [
  row(
    'XAPI-00336 00148',
    'reads and writes by a form in version 1.0.3',
    async (lrs) => {
      const told = fresh()
      const fields = { statementId: told.id, content: JSON.stringify(told) }
      expect((await form(lrs, '/statements?method=PUT', fields)).status).toBe(204)
      const got = await form(lrs, '/statements?method=GET', { statementId: told.id })
      expect([got.status, await got.json()]).toMatchObject([200, { id: told.id }])
      const listed = await form(lrs, '/statements?method=GET', { limit: '1' })
      expect(await listed.json()).toMatchObject({ statements: [{}], more: expect.any(String) })
    },
    ['1.0.3'],
  ),
  row(
    'XAPI-00336',
    'refuses a form with more in its address, without content, or by another method',
    async (lrs) => {
      expect((await form(lrs, '/statements?method=GET&limit=1', {})).status).toBe(400)
      const { id } = fresh()
      expect((await form(lrs, '/statements?method=PUT', { statementId: id })).status).toBe(400)
      const put = { query: { method: 'GET', limit: '1' }, body: plain }
      expect((await lrs.send('PUT', '/statements', put)).status).toBe(400)
    },
    ['1.0.3'],
  ),
  row(
    'XAPI-00148',
    'has no forms any more in version 2.0',
    async (lrs) => {
      const told = fresh()
      const fields = { statementId: told.id, content: JSON.stringify(told) }
      expect((await form(lrs, '/statements?method=PUT', fields)).status).toBe(400)
      expect((await form(lrs, '/statements?method=GET', { limit: '1' })).status).toBe(400)
      expect((await lrs.get({ statementId: told.id })).status).toBe(404)
    },
    ['2.0.0'],
  ),
]
