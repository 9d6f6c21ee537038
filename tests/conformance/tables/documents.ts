import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Lrs, Query } from '../lrs.ts'
import { type Row, row } from '../row.ts'

type Place = { path: string; query: Query; idName: string }
type Kind = { name: string; place: () => Place }

const agent = () => JSON.stringify({ mbox: `mailto:${randomUUID()}@example.org` })
const activityId = () => `https://example.org/${randomUUID()}`

const state: Kind = {
  name: 'a state',
  place: () => ({
    path: '/activities/state',
    query: { activityId: activityId(), agent: agent(), stateId: 'place' },
    idName: 'stateId',
  }),
}
const agentProfile: Kind = {
  name: 'the profile of an agent',
  place: () => ({
    path: '/agents/profile',
    query: { agent: agent(), profileId: 'place' },
    idName: 'profileId',
  }),
}
const activityProfile: Kind = {
  name: 'the profile of an activity',
  place: () => ({
    path: '/activities/profile',
    query: { activityId: activityId(), profileId: 'place' },
    idName: 'profileId',
  }),
}

const onlyNew = { 'If-None-Match': '*' }

/** Says of the document of a place what `method` does; a PUT writes only what is new. */
function on(lrs: Lrs, { path, query }: Place, method: string, body?: unknown) {
  const headers = method === 'PUT' ? onlyNew : {}
  return lrs.send(method, path, { query, headers, ...(body !== undefined && { body }) })
}

const read = async (lrs: Lrs, place: Place) => (await on(lrs, place, 'GET')).json()

function without(place: Place, name: string): Place {
  const { [name]: _left, ...query } = place.query
  return { ...place, query }
}
const changed = (place: Place, query: Query): Place => ({
  ...place,
  query: { ...place.query, ...query },
})

/** What holds for states and profiles alike, under the numbers that each kind has for it. */
type Numbers = Record<'put' | 'post' | 'remove' | 'list' | 'merge' | 'unmergeable', string>

function common({ name, place }: Kind, numbers: Numbers): Row[] {
  return [
    row(numbers.put, `keeps ${name} as it was put, and gives it back`, async (lrs) => {
      const at = place()
      expect((await on(lrs, at, 'GET')).status).toBe(404)
      expect((await on(lrs, at, 'PUT', { page: 1 })).status).toBe(204)
      const got = await on(lrs, at, 'GET')
      expect([got.status, await got.text()]).toEqual([200, '{"page":1}'])
      expect(got.headers.get('etag')).toMatch(/^"[0-9a-f]{40}"$/)
    }),
    row(numbers.post, `stores ${name} that is posted where there was none`, async (lrs) => {
      const at = place()
      expect((await on(lrs, at, 'POST', { page: 1 })).status).toBe(204)
      expect(await read(lrs, at)).toEqual({ page: 1 })
    }),
    row(numbers.remove, `takes ${name} away`, async (lrs) => {
      const at = place()
      await on(lrs, at, 'POST', { page: 1 })
      expect((await on(lrs, at, 'DELETE')).status).toBe(204)
      expect((await on(lrs, at, 'GET')).status).toBe(404)
    }),
    row(
      numbers.list,
      `lists the ids of ${name}, of later ones only when asked to`,
      async (lrs) => {
        const at = place()
        await on(lrs, at, 'POST', { page: 1 })
        const all = without(at, at.idName)
        expect(await read(lrs, all)).toEqual(['place'])
        expect(await read(lrs, changed(all, { since: '2020-01-01T00:00:00Z' }))).toEqual([
          'place',
        ])
        expect(await read(lrs, changed(all, { since: '2120-01-01T00:00:00Z' }))).toEqual([])
      },
    ),
    row(numbers.merge, `merges ${name} one level deep`, async (lrs) => {
      const at = place()
      await on(lrs, at, 'POST', { page: 1, options: { sound: true, speed: 2 } })
      await on(lrs, at, 'POST', { options: { sound: false }, seen: ['a'] })
      expect(await read(lrs, at)).toEqual({ page: 1, options: { sound: false }, seen: ['a'] })
    }),
    row(numbers.unmergeable, `merges ${name} with nothing but JSON objects`, async (lrs) => {
      const at = place()
      await on(lrs, at, 'POST', { page: 1 })
      for (const body of ['[1]', '{"page":', 'null'])
        expect((await on(lrs, at, 'POST', body)).status).toBe(400)
      const text = {
        query: at.query,
        body: 'page 2',
        headers: { 'Content-Type': 'text/plain' },
      }
      expect((await lrs.send('POST', at.path, text)).status).toBe(400)
      expect(await read(lrs, at)).toEqual({ page: 1 })
      expect((await on(lrs, place(), 'POST', '{"page":')).status).toBe(400)
    }),
  ]
}

/** `[number, method, parameter]`: what is asked without it is refused. */
type Missing = readonly [number: string, method: string, parameter: string]

function missing({ name, place }: Kind, all: readonly Missing[]): Row[] {
  return all.map(([number, method, parameter]) =>
    row(`XAPI-${number}`, `refuses ${method} of ${name} without ${parameter}`, async (lrs) => {
      const at = without(place(), parameter)
      expect((await on(lrs, at, method, bodyOf(method))).status).toBe(400)
    }),
  )
}

function wrong(kind: Kind, all: readonly Missing[], values: readonly string[]): Row[] {
  return all.map(([number, method, parameter]) =>
    row(
      `XAPI-${number}`,
      `refuses ${method} of ${kind.name} with a wrong ${parameter}`,
      async (lrs) => {
        for (const value of values) {
          const at = changed(kind.place(), { [parameter]: value })
          expect((await on(lrs, at, method, bodyOf(method))).status).toBe(400)
        }
      },
    ),
  )
}

const bodyOf = (method: string) => (method === 'PUT' || method === 'POST' ? {} : undefined)

const noAgents = ['lea', '{}', '{"mbox":"lea@example.org"}', '[]', 'true']
const noUuids = ['mine', '1', '0191f3c8-5a7e-7d3c-9b1a']
const noTimes = ['yesterday', '2026-13-01T00:00:00Z', '1']

const states: readonly Row[] = [
  ...common(state, {
    put: 'XAPI-00188 00190 00192 00217 00230 00140',
    post: 'XAPI-00189 00231 00233',
    remove: 'XAPI-00187 00191 00216',
    list: 'XAPI-00141 00193 00195 00221 00222',
    merge: 'XAPI-00183 00184 00234',
    unmergeable: 'XAPI-00229 00232 00235',
  }),
  row('XAPI-00194', 'takes all states of a learner away', async (lrs) => {
    const at = state.place()
    await on(lrs, at, 'POST', {})
    await on(lrs, changed(at, { stateId: 'other' }), 'POST', {})
    expect((await on(lrs, without(at, 'stateId'), 'DELETE')).status).toBe(204)
    expect(await read(lrs, without(at, 'stateId'))).toEqual([])
  }),
  row(
    'XAPI-00218 00219 00220 00227',
    'keeps states of each registration apart',
    async (lrs) => {
      const at = state.place()
      const [one, two] = [randomUUID(), randomUUID()]
      expect((await on(lrs, changed(at, { registration: one }), 'PUT', 1)).status).toBe(204)
      expect((await on(lrs, changed(at, { registration: two }), 'POST', {})).status).toBe(204)
      expect(await read(lrs, changed(at, { registration: one }))).toBe(1)
      expect((await on(lrs, changed(at, { registration: one }), 'DELETE')).status).toBe(204)
      expect(await read(lrs, changed(at, { registration: two }))).toEqual({})
    },
  ),
  ...missing(state, [
    ['00206', 'PUT', 'stateId'],
    ['00207', 'DELETE', 'activityId'],
    ['00208', 'GET', 'activityId'],
    ['00209', 'POST', 'activityId'],
    ['00210', 'PUT', 'activityId'],
    ['00211', 'POST', 'stateId'],
    ['00212', 'DELETE', 'agent'],
    ['00213', 'GET', 'agent'],
    ['00214', 'POST', 'agent'],
    ['00215', 'PUT', 'agent'],
  ]),
  ...wrong(
    state,
    [
      ['00196', 'DELETE', 'agent'],
      ['00197', 'GET', 'agent'],
      ['00198', 'POST', 'agent'],
      ['00199', 'PUT', 'agent'],
    ],
    noAgents,
  ),
  ...wrong(
    state,
    [
      ['00200', 'DELETE', 'registration'],
      ['00201', 'GET', 'registration'],
      ['00202', 'POST', 'registration'],
      ['00203', 'PUT', 'registration'],
    ],
    noUuids,
  ),
  ...wrong(state, [['00204', 'GET', 'since']], noTimes),
]

const agentProfiles: readonly Row[] = [
  ...common(agentProfile, {
    put: 'XAPI-00259 00269 00274 00282',
    post: 'XAPI-00272 00280 00283',
    remove: 'XAPI-00271',
    list: 'XAPI-00268 00270 00275',
    merge: 'XAPI-00279',
    unmergeable: 'XAPI-00278 00281 00284',
  }),
  ...missing(agentProfile, [
    ['00261', 'GET', 'agent'],
    ['00262', 'DELETE', 'agent'],
    ['00263', 'POST', 'agent'],
    ['00264', 'PUT', 'agent'],
    ['00265', 'DELETE', 'profileId'],
    ['00266', 'POST', 'profileId'],
    ['00267', 'PUT', 'profileId'],
  ]),
  ...wrong(
    agentProfile,
    [
      ['00255', 'DELETE', 'agent'],
      ['00256', 'POST', 'agent'],
      ['00257', 'PUT', 'agent'],
      ['00258', 'GET', 'agent'],
    ],
    noAgents,
  ),
  ...wrong(agentProfile, [['00260', 'GET', 'since']], noTimes),
]

const activityProfiles: readonly Row[] = [
  ...common(activityProfile, {
    put: 'XAPI-00287 00288 00290 00293 00311',
    post: 'XAPI-00286 00292 00310 00312',
    remove: 'XAPI-00285 00291',
    list: 'XAPI-00289 00294 00303',
    merge: 'XAPI-00308',
    unmergeable: 'XAPI-00309 00313 00314',
  }),
  ...missing(activityProfile, [
    ['00296', 'GET', 'activityId'],
    ['00297', 'DELETE', 'activityId'],
    ['00298', 'POST', 'activityId'],
    ['00299', 'PUT', 'activityId'],
    ['00300', 'DELETE', 'profileId'],
    ['00301', 'POST', 'profileId'],
    ['00302', 'PUT', 'profileId'],
  ]),
  ...wrong(activityProfile, [['00295', 'GET', 'since']], noTimes),
]

const concurrency: readonly Row[] = [agentProfile, activityProfile].map(({ name, place }) =>
  row('XAPI-00273 00322', `changes ${name} only from what was read`, async (lrs) => {
    const at = place()
    const put = (body: unknown, headers: Query) =>
      lrs.send('PUT', at.path, { query: at.query, body, headers })
    if (lrs.version === '1.0.3') expect((await put({}, {})).status).toBe(400)
    await put({ page: 1 }, onlyNew)
    expect((await put({ page: 2 }, {})).status).toBe(409)
    expect((await put({ page: 2 }, onlyNew)).status).toBe(412)
    expect((await put({ page: 2 }, { 'If-Match': '"0000"' })).status).toBe(412)
    const got = await on(lrs, at, 'GET')
    expect(await got.json()).toEqual({ page: 1 })
    const etag = got.headers.get('etag')!
    expect((await put({ page: 2 }, { 'If-Match': etag })).status).toBe(204)
    expect(await read(lrs, at)).toEqual({ page: 2 })
  }),
)

export const documents: readonly Row[] = [
  ...states,
  ...agentProfiles,
  ...activityProfiles,
  ...concurrency,
]
