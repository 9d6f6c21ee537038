import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentLimit } from '#app/lrs/documents/on-documents.server.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let time = Date.UTC(2026, 8, 14, 9)
let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint({ now: () => new Date(time) })
})
afterAll(() => endpoint.close())

const first = { 'X-Experience-API-Version': '1.0.3' }
const second = { 'X-Experience-API-Version': '2.0.0' }
const onlyNew = { 'If-None-Match': '*' }

type Params = Record<string, string>
const address = (path: string, params: Params) => `${path}?${new URLSearchParams(params)}`
const agent = () => JSON.stringify({ mbox: `mailto:${randomUUID()}@example.org` })

/** A place of each kind that nobody wrote to yet. */
const places = {
  'a state': () => ({
    path: '/activities/state',
    params: { activityId: 'https://example.org/a', agent: agent(), stateId: 'place' } as Params,
  }),
  'an agent profile': () => ({
    path: '/agents/profile',
    params: { agent: agent(), profileId: 'place' } as Params,
  }),
  'an activity profile': () => ({
    path: '/activities/profile',
    params: { activityId: `https://example.org/${randomUUID()}`, profileId: 'place' } as Params,
  }),
}

type Place = { path: string; params: Params }
const send = (
  method: string,
  { path, params }: Place,
  body?: unknown,
  headers: Params = {},
  as?: string,
) => endpoint.call(address(path, params), { method, body, headers, ...(as && { as }) })
const codeOf = async (response: Response) => (await response.json()).error.code
const without = ({ path, params }: Place, name: string) => {
  const { [name]: _, ...rest } = params
  return { path, params: rest }
}
const idName = ({ params }: Place) => ('stateId' in params ? 'stateId' : 'profileId')

describe.each(Object.entries(places))('%s', (_, place) => {
  it('is given back byte for byte, with its type, tag and date (XAPI-00190, 00192, 00322)', async () => {
    const at = place()
    const headers = { ...onlyNew, 'Content-Type': 'text/plain; charset=utf-8' }
    expect((await send('PUT', at, 'Où en étais-je ?', headers)).status).toBe(204)
    const got = await send('GET', at)
    expect(got.status).toBe(200)
    expect(got.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(got.headers.get('last-modified')).toBe(new Date(time).toUTCString())
    const content = await got.text()
    expect(content).toBe('Où en étais-je ?')
    const digest = createHash('sha1').update(content).digest('hex')
    expect(got.headers.get('etag')).toBe(`"${digest}"`)
    const head = await send('HEAD', at)
    expect(head.headers.get('etag')).toBe(`"${digest}"`)
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(content)))
    expect(await head.text()).toBe('')
  })

  it('that is not there is a 404, and taken away it is not there (XAPI-00191, 00187)', async () => {
    const at = place()
    expect(await codeOf(await send('GET', at))).toBe('document.not-found')
    await send('PUT', at, { page: 2 }, onlyNew)
    expect((await send('DELETE', at)).status).toBe(204)
    expect((await send('GET', at)).status).toBe(404)
    expect((await send('DELETE', at)).status).toBe(204)
  })

  it('posted is stored, then merged one level deep (XAPI-00183, 00184, 00233)', async () => {
    const at = place()
    await send('POST', at, { page: 1, options: { sound: true, speed: 2 } })
    await send('POST', at, { options: { sound: false }, seen: ['a'] })
    const got = await send('GET', at)
    expect(got.headers.get('content-type')).toBe('application/json')
    expect(await got.json()).toEqual({ page: 1, options: { sound: false }, seen: ['a'] })
  })

  it('is not merged with what is no JSON object, and stays as it was (XAPI-00232, 00314)', async () => {
    const at = place()
    await send('POST', at, { page: 1 })
    for (const [body, type] of [
      ['page 2', 'text/plain'],
      ['[1]', 'application/json'],
      ['{"page":', 'application/json'],
      ['null', 'application/json'],
    ] as const) {
      const refused = await send('POST', at, body, { 'Content-Type': type })
      expect([refused.status, await codeOf(refused)]).toEqual([400, 'document.not-mergeable'])
    }
    expect(await (await send('GET', at)).json()).toEqual({ page: 1 })
    const text = place()
    await send('PUT', text, 'plain', { ...onlyNew, 'Content-Type': 'text/plain' })
    expect((await send('POST', text, { page: 1 })).status).toBe(400)
    expect(await (await send('GET', text)).text()).toBe('plain')
  })

  it.each([
    ['1.0.3', first],
    ['2.0', second],
  ])(
    'of version %s is only changed from what was read (XAPI-00322)',
    async (_name, version) => {
      const at = place()
      await send('POST', at, { page: 1 }, version)
      const tag = (await send('GET', at, undefined, version)).headers.get('etag')!
      const stale = { ...version, 'If-Match': '"0000"' }
      for (const method of ['PUT', 'POST', 'DELETE']) {
        const refused = await send(method, at, method === 'DELETE' ? undefined : {}, stale)
        expect([refused.status, await codeOf(refused)]).toEqual([412, 'document.precondition'])
      }
      expect((await send('PUT', at, {}, { ...version, ...onlyNew })).status).toBe(412)
      expect(await (await send('GET', at)).json()).toEqual({ page: 1 })
      const fresh = { ...version, 'If-Match': tag }
      expect((await send('PUT', at, { page: 2 }, fresh)).status).toBe(204)
      expect(await (await send('GET', at)).json()).toEqual({ page: 2 })
      expect((await send('DELETE', at, undefined, fresh)).status).toBe(412)
      const gone = place()
      expect((await send('PUT', gone, {}, { ...version, 'If-Match': '*' })).status).toBe(412)
    },
  )

  it('lists the ids of its place, those stored after a time only (XAPI-00193 to 00195)', async () => {
    const at = place()
    const all = without(at, idName(at))
    expect(await (await send('GET', all)).json()).toEqual([])
    await send('POST', at, { page: 1 })
    const between = new Date(time).toISOString()
    time += 1000
    await send('POST', { ...at, params: { ...at.params, [idName(at)]: 'later' } }, {})
    expect(await (await send('GET', all)).json()).toEqual(['later', 'place'])
    const since = { ...all, params: { ...all.params, since: between } }
    const later = await send('GET', since)
    expect(await later.json()).toEqual(['later'])
    expect(later.headers.get('last-modified')).toBe(new Date(time).toUTCString())
  })

  it('is refused without one of its parameters, or with a wrong one (XAPI-00206 to 00215)', async () => {
    const at = place()
    for (const name of Object.keys(at.params)) {
      for (const method of ['PUT', 'POST']) {
        const refused = await send(method, without(at, name), {}, onlyNew)
        expect([refused.status, await codeOf(refused)]).toEqual([400, 'request.parameter'])
      }
    }
    const wrong: Params[] = [
      { agent: 'true' },
      { agent: '{"mbox":"zoe@example.org"}' },
      { agent: '{"objectType":"Group","member":[{"mbox":"mailto:a@b.org"}]}' },
      { activityId: 'module 1' },
      { registration: 'not-a-uuid' },
      { since: 'yesterday' },
      { colour: 'red' },
      { StateId: 'x' },
      { [idName(at)]: '' },
    ]
    for (const params of wrong) {
      const refused = await send('GET', { ...at, params: { ...at.params, ...params } })
      expect([JSON.stringify(params), refused.status]).toEqual([JSON.stringify(params), 400])
    }
    const twice = `${address(at.path, at.params)}&${idName(at)}=y`
    expect((await endpoint.call(twice)).status).toBe(400)
    expect((await send('PATCH', at, {})).status).toBe(405)
  })

  it('belongs to the organisation of the key that wrote it', async () => {
    const at = place()
    await send('PUT', at, { secret: 1 }, onlyNew)
    const other = endpoint.key('all', 'two')
    expect((await send('GET', at, undefined, {}, other)).status).toBe(404)
    await send('DELETE', at, undefined, {}, other)
    expect((await send('GET', at)).status).toBe(200)
  })

  it('is read and not written by a key to read, and the other way round by none', async () => {
    const at = place()
    await send('PUT', at, { page: 1 }, onlyNew)
    const read = endpoint.key('read')
    expect((await send('GET', at, undefined, {}, read)).status).toBe(200)
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const refused = await send(method, at, method === 'DELETE' ? undefined : {}, {}, read)
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'credential.scope'])
    }
    expect((await send('GET', at, undefined, {}, 'Basic x')).status).toBe(401)
  })

  it('that is a page is given back as a file that runs nothing', async () => {
    const at = place()
    const type = { ...onlyNew, 'Content-Type': 'text/html' }
    await send('PUT', at, '<script>alert(1)</script>', type)
    const got = await send('GET', at)
    expect(got.headers.get('content-security-policy')).toContain('sandbox')
    expect(got.headers.get('content-disposition')).toBe('attachment')
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('of more than a megabyte is a 413, merged ones too', async () => {
    const at = place()
    const half = 'x'.repeat(documentLimit / 2)
    expect((await send('PUT', at, `${half}${half}!`, onlyNew)).status).toBe(413)
    expect((await send('POST', at, { a: half })).status).toBe(204)
    expect((await send('POST', at, { b: half })).status).toBe(413)
  })

  it('is answered in the version it was asked in', async () => {
    const at = place()
    for (const [version, said] of [
      ['1.0', '1.0.3'],
      ['2.0', '2.0.0'],
      ['2.0.1', '2.0.0'],
    ] as const) {
      const answer = await send('GET', at, undefined, { 'X-Experience-API-Version': version })
      expect([answer.status, answer.headers.get('x-experience-api-version')]).toEqual([
        404,
        said,
      ])
    }
    const odd = await send('GET', at, undefined, { 'X-Experience-API-Version': '3.0.0' })
    expect([odd.status, odd.headers.get('x-experience-api-version')]).toEqual([400, '1.0.3'])
  })
})

describe('a PUT without a condition', () => {
  it('over a profile is a 409, and a 400 where there is none, in version 1.0.3 (XAPI-00322)', async () => {
    for (const place of [places['an agent profile'](), places['an activity profile']()]) {
      const refused = await send('PUT', place, {}, first)
      expect([refused.status, await codeOf(refused)]).toEqual([400, 'document.no-condition'])
      await send('POST', place, { page: 1 }, first)
      const conflict = await send('PUT', place, {}, first)
      expect([conflict.status, await codeOf(conflict)]).toEqual([409, 'document.conflict'])
      expect(await (await send('GET', place)).json()).toEqual({ page: 1 })
    }
  })

  it('over a state is taken in version 1.0.3', async () => {
    const at = places['a state']()
    await send('PUT', at, { page: 1 }, first)
    expect((await send('PUT', at, { page: 2 }, first)).status).toBe(204)
  })

  it('writes what is new and never over what is there, in version 2.0', async () => {
    for (const place of Object.values(places)) {
      const at = place()
      expect((await send('PUT', at, { page: 1 }, second)).status).toBe(204)
      const conflict = await send('PUT', at, { page: 2 }, second)
      expect([conflict.status, await codeOf(conflict)]).toEqual([409, 'document.conflict'])
      expect(await (await send('GET', at)).json()).toEqual({ page: 1 })
    }
  })
})

describe('the states of a learner', () => {
  const [one, two] = [randomUUID(), randomUUID()]
  const at = (registration?: string): Place => {
    const { path, params } = places['a state']()
    return {
      path,
      params: { ...params, agent: someone, ...(registration && { registration }) },
    }
  }
  const someone = agent()
  const all = (registration?: string) => without(at(registration), 'stateId')

  it('are apart by registration, and together where none is asked for (XAPI-00219, 00220)', async () => {
    await send('PUT', at(one), 'first')
    await send('PUT', { ...at(two) }, 'second')
    expect(await (await send('GET', at(one.toUpperCase()))).text()).toBe('first')
    expect((await send('GET', at())).status).toBe(404)
    expect(await (await send('GET', all(two))).json()).toEqual(['place'])
    expect(await (await send('GET', all())).json()).toEqual(['place'])
  })

  it('are taken away together, of one registration or of all (XAPI-00196)', async () => {
    expect((await send('DELETE', all(one))).status).toBe(204)
    expect((await send('GET', at(one))).status).toBe(404)
    expect((await send('GET', at(two))).status).toBe(200)
    await send('DELETE', all())
    expect(await (await send('GET', all())).json()).toEqual([])
  })

  it('are the same under an address in other letters', async () => {
    const { path, params } = places['a state']()
    const named = (mbox: string) => ({
      path,
      params: { ...params, agent: JSON.stringify({ mbox }) },
    })
    await send('PUT', named('mailto:Zoe@example.org'), 'hers')
    expect(await (await send('GET', named('mailto:zoe@example.org'))).text()).toBe('hers')
  })
})

it('profiles are never taken away all at once', async () => {
  const profile = places['an agent profile']()
  expect((await send('DELETE', without(profile, 'profileId'))).status).toBe(400)
})

describe('the alternate syntax', () => {
  const form = (at: Place, version: string, more: Params = {}) =>
    endpoint.call(`${at.path}?method=PUT`, {
      method: 'POST',
      body: new URLSearchParams({
        ...at.params,
        Authorization: endpoint.key('all'),
        'X-Experience-API-Version': version,
        'Content-Type': 'application/json',
        content: '{"page":3}',
        ...more,
      }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })

  it('carries a document in version 1.0.3, and is refused in 2.0', async () => {
    const at = places['a state']()
    expect((await form(at, '1.0.3')).status).toBe(204)
    expect(await (await send('GET', at)).json()).toEqual({ page: 3 })
    expect(await codeOf(await form(at, '2.0.0'))).toBe('request.alternate-syntax')
  })

  it('cannot smuggle a header into the answer', async () => {
    const at = places['a state']()
    const refused = await form(at, '1.0.3', { 'Content-Type': 'text/plain\r\nSet-Cookie: a=b' })
    expect(await codeOf(refused)).toBe('request.content-type')
    expect((await send('GET', at)).status).toBe(404)
  })
})
