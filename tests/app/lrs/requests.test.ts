import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyLimit } from '#app/lrs/http/xapi-request.server.ts'
import { plain } from '#tests/conformance/sample.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

const post = (body: unknown, headers = {}) =>
  endpoint.call('/statements', { method: 'POST', body, headers })
const put = (id: string, body: unknown) =>
  endpoint.call(`/statements?statementId=${id}`, { method: 'PUT', body })
const count = () =>
  endpoint.statements.$client.prepare('select count(*) from statements').pluck().get()
const codeOf = async (response: Response) => (await response.json()).error.code

describe('a request', () => {
  it('that says another version is a 400 that says ours', async () => {
    for (const version of ['', '0.95', '2.1.0', '1.1.0', 'latest']) {
      const response = await endpoint.call('/statements', {
        headers: { 'X-Experience-API-Version': version },
      })
      expect(response.status).toBe(400)
      expect(response.headers.get('X-Experience-API-Version')).toBe('1.0.3')
    }
  })

  it('without a version is of the one that had no header, and is refused', async () => {
    const response = await fetch(`${endpoint.url}/statements`)
    expect(response.status).toBe(400)
    expect(response.headers.get('X-Experience-API-Version')).toBe('0.9')
  })

  it.each([
    ['1.0', '1.0.3'],
    ['1.0.0', '1.0.3'],
    ['1.0.3', '1.0.3'],
    ['2.0', '2.0.0'],
    ['2.0.0', '2.0.0'],
  ])('of version %s is taken, and answered in %s', async (version, spoken) => {
    const headers = { 'X-Experience-API-Version': version }
    const response = await endpoint.call('/statements', { headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('X-Experience-API-Version')).toBe(spoken)
  })

  it('needs no version nor key to read about the endpoint', async () => {
    const response = await fetch(`${endpoint.url}/about`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ version: ['1.0.3', '2.0.0'] })
  })

  it('finds the statements behind a doubled slash', async () => {
    expect((await endpoint.call('//statements')).status).toBe(200)
  })

  it('of no resource at all is a 404, and of a wrong method a 405', async () => {
    expect((await endpoint.call('/lessons')).status).toBe(404)
    expect((await endpoint.call('/statements', { method: 'DELETE' })).status).toBe(405)
  })

  it('by HEAD is answered as by GET, without a body', async () => {
    const got = await endpoint.call('/statements')
    const head = await endpoint.call('/statements', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'))
    expect(await head.text()).toBe('')
  })

  it('on statements is always told how far they are complete', async () => {
    for (const path of ['/statements', '/statements?verb=x', '//statements?colour=red']) {
      const response = await endpoint.call(path)
      const through = response.headers.get('X-Experience-API-Consistent-Through')
      expect(Date.parse(through!)).toBeGreaterThan(Date.now() - 5000)
    }
  })
})

describe('a body', () => {
  it('that is not JSON stores nothing', async () => {
    const before = count()
    const response = await post('{"actor":')
    expect(response.status).toBe(400)
    expect(await codeOf(response)).toBe('request.not-json')
    expect(count()).toBe(before)
  })

  it('that is not UTF-8 is a 400', async () => {
    const response = await fetch(`${endpoint.url}/statements`, {
      method: 'POST',
      headers: {
        Authorization: endpoint.key('all'),
        'X-Experience-API-Version': '1.0.3',
        'Content-Type': 'application/json',
      },
      body: Buffer.from([0x22, 0xe9, 0x22]),
    })
    expect(await codeOf(response)).toBe('request.encoding')
  })

  it('of more than six megabytes is a 413', async () => {
    const response = await post(`[${' '.repeat(bodyLimit)}]`)
    expect(response.status).toBe(413)
  })

  it('nested a hundred thousand deep is refused, and the server goes on', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const statement = JSON.stringify({ ...plain, result: { extensions: { 'urn:x': 0 } } })
    const response = await post(statement.replace('"urn:x":0', `"urn:x":${deep}`))
    expect(response.status).toBe(400)
    expect((await endpoint.call('/statements')).status).toBe(200)
  })

  it('of another type is a 400', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', ''])
      expect((await post(plain, { 'Content-Type': type })).status).toBe(400)
  })
})

describe('an id', () => {
  it('told again with the same statement is acknowledged, and nothing is stored', async () => {
    const id = randomUUID()
    expect((await put(id, plain)).status).toBe(204)
    const before = count()
    expect((await put(id, { ...plain, id: id.toUpperCase() })).status).toBe(204)
    const named = { ...plain, id, verb: { ...plain.verb, display: { fr: 'a assisté à' } } }
    expect(await (await post([named])).json()).toEqual([id])
    expect(count()).toBe(before)
  })

  it('told again with another statement is a 409, and refuses the whole batch', async () => {
    const id = randomUUID()
    await put(id, plain)
    const before = count()
    const other = { ...plain, id, result: { success: true } }
    expect((await put(id, other)).status).toBe(409)
    expect((await post([plain, other])).status).toBe(409)
    expect(count()).toBe(before)
  })

  it('is the same whatever the zone its time was written in', async () => {
    const id = randomUUID()
    await put(id, { ...plain, timestamp: '2026-09-14T11:00:00+02:00' })
    expect((await put(id, { ...plain, timestamp: '2026-09-14T09:00:00.000Z' })).status).toBe(
      204,
    )
    expect((await put(id, { ...plain, timestamp: '2026-09-14T09:00:01Z' })).status).toBe(409)
  })

  it('must be that of the address, and stand once in a batch', async () => {
    const id = randomUUID()
    expect((await put(randomUUID(), { ...plain, id })).status).toBe(400)
    expect((await put('first', plain)).status).toBe(400)
    expect((await endpoint.call('/statements', { method: 'PUT', body: plain })).status).toBe(
      400,
    )
    expect(
      (
        await post([
          { ...plain, id },
          { ...plain, id },
        ])
      ).status,
    ).toBe(400)
  })
})

describe('the alternate syntax', () => {
  const form = (method: string, fields: Record<string, string>, more = '') =>
    fetch(`${endpoint.url}/statements?method=${method}${more}`, {
      method: 'POST',
      body: new URLSearchParams({
        Authorization: endpoint.key('all'),
        'X-Experience-API-Version': '1.0.3',
        ...fields,
      }),
    })

  it('stores and reads from a plain form, as a closing page can send', async () => {
    const statementId = randomUUID()
    const content = JSON.stringify({ ...plain, actor: { mbox: 'mailto:été+1@example.org' } })
    expect((await form('PUT', { statementId, content })).status).toBe(204)
    const got = await form('GET', { statementId })
    expect((await got.json()).actor.mbox).toBe('mailto:été+1@example.org')
  })

  it('takes no other parameter in the address', async () => {
    expect((await form('GET', {}, '&limit=1')).status).toBe(400)
  })
})

describe('a package on another server', () => {
  it('may ask and send, without cookies', async () => {
    const preflight = await fetch(`${endpoint.url}/statements`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://lms.example.org', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PUT')
    for (const name of ['Authorization', 'Content-Type', 'X-Experience-API-Version']) {
      expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain(name)
    }
  })

  it('can read every answer, errors too, and is never given a cookie', async () => {
    for (const response of [await post(plain), await post('{'), await endpoint.call('/none')]) {
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(response.headers.get('Set-Cookie')).toBeNull()
    }
  })
})
