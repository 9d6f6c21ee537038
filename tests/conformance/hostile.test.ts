import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bothVersions } from '#app/lrs/http/version.ts'
import { bodyPatience } from '#app/lrs/http/xapi-request.server.ts'
import { type Lrs, openLrs } from './lrs.ts'
import { attachment, fresh, plain, ref, sub } from './sample.ts'
import { tables } from './tables/index.ts'

/** How many are made up: `HOSTILE=100000` for a night's work. */
const runs = Number(process.env.HOSTILE ?? 10_000)

let lrs: Lrs
beforeAll(async () => {
  lrs = await openLrs('1.0.3')
})
afterAll(() => lrs.endpoint.close())

const refused = Object.values(tables)
  .flat()
  .flatMap((row) => ('refused' in row ? [row] : []))

const whole = {
  ...plain,
  result: { score: { scaled: 0.5, raw: 10, min: 0, max: 20 }, duration: 'PT4S', response: 'a' },
  context: {
    registration: ref.id,
    instructor: plain.actor,
    contextActivities: { parent: [plain.object] },
    extensions: { 'https://example.org/x': null },
  },
  timestamp: '2026-09-14T09:00:00Z',
  attachments: [attachment],
}
const starts = [plain, whole, { ...plain, object: sub }, { ...plain, object: ref }]

/** Values that are in nobody's mind: names of what objects inherit, halves of characters, NUL. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    'toString',
    '\ud800',
    'a\u0000b',
    '',
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    null,
    [],
    {},
    [[]],
    '9999-99-99T99:99:99Z',
    'P9999999999999999Y',
    'mailto:@',
    'x'.repeat(5000),
  ),
  fc.jsonValue({ maxDepth: 3 }),
)
const oddKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    '',
    '\u0000',
    '\ud800',
  ),
  fc.string({ maxLength: 8 }),
)

/** A statement with a value put, replaced or left out somewhere in it, some three times. */
const broken = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(fc.tuple(fc.nat(40), fc.nat(3), oddKey, odd), { minLength: 1, maxLength: 3 }),
  )
  .map(([start, changes]) => {
    const statement: unknown = structuredClone(start)
    for (const [at, how, key, value] of changes) change(statement, at, { how, key, value })
    return statement
  })

function change(
  statement: unknown,
  at: number,
  { how, key, value }: { how: number; key: string; value: unknown },
): void {
  const places = placesIn(statement)
  const [holder, name] = places[at % places.length] ?? []
  if (!holder || name === undefined) return
  if (how === 0) delete holder[name]
  else set(holder, how === 1 ? key : name, value)
}

/** As JSON would: `__proto__` is a name like any other, and no value stands in itself. */
function set(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value: structuredClone(value),
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((name) => [[holder, name], ...placesIn(holder[name])])
}

/** Sends `count` of what is made up, so many at a time. */
async function sendAll<T>(
  made: fc.Arbitrary<T>,
  count: number,
  send: (one: T) => Promise<void>,
) {
  const seed = Number(process.env.SEED ?? Date.now())
  const batch = fc.array(made, { minLength: 50, maxLength: 50 })
  const check = fc.asyncProperty(batch, async (all) => {
    await Promise.all(all.map(send))
  })
  await fc.assert(check, { seed, endOnFailure: true, numRuns: Math.ceil(count / 50) })
}

describe('made up', () => {
  it(`${runs} statements are stored or refused, and none makes the server fail`, async () => {
    await sendAll(broken, Math.ceil(runs * 0.6), async (statement) => {
      const { status } = await lrs.post(JSON.stringify(statement))
      expect([200, 400, 409]).toContain(status)
    })
  }, 600_000)

  it('statements that the tables refuse stay refused, whatever is in their extensions', async () => {
    const both = fc.tuple(fc.constantFrom(...refused), oddKey, odd)
    await sendAll(both, Math.ceil(runs * 0.2), async ([row, key, value]) => {
      const statement = row.refused
      const added =
        typeof statement === 'object' && statement !== null && !('result' in statement)
          ? {
              ...statement,
              result: {
                extensions: { [`urn:x:${Buffer.from(key).toString('hex')}`]: value },
              },
            }
          : statement
      const version = row.versions.includes('1.0.3') ? '1.0.3' : '2.0.0'
      const headers = { 'X-Experience-API-Version': version }
      const { status } = await lrs.post(JSON.stringify(added) ?? '', headers)
      expect([row.says, status]).toEqual([row.says, 400])
    })
  }, 600_000)

  it('requests of any method, path, parameters, headers and body are answered, never by a 5xx', async () => {
    const request = fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH'),
      path: fc.constantFrom(
        '/statements',
        '/agents',
        '/agents/profile',
        '/activities',
        '/activities/state',
        '/activities/profile',
        '/about',
        '/statements/../about',
        '/%00',
      ),
      query: fc.array(fc.tuple(parameter, fc.oneof(value, fc.string())), { maxLength: 4 }),
      version: fc.constantFrom(...bothVersions, 'x'),
      type: fc.constantFrom(
        'application/json',
        'multipart/mixed; boundary=x',
        'application/x-www-form-urlencoded',
        'text/plain',
        '',
      ),
      body: fc.oneof(
        fc.json(),
        fc.string(),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        fc.constantFrom(
          '--x\r\n\r\n{}\r\n--x--',
          '--x--',
          '--x\r\nContent-Type:application/json\r\n\r\n[]\r\n--x--',
        ),
      ),
    })
    await sendAll(
      request,
      Math.ceil(runs * 0.2),
      async ({ method, path, query, version, type, body }) => {
        const headers = { 'X-Experience-API-Version': version, 'Content-Type': type }
        const bare = method === 'GET' || method === 'HEAD'
        const parameters = new URLSearchParams(query).toString()
        const init = { method, headers, ...(!bare && { body }) }
        const { status } = await lrs.endpoint.call(`${path}?${parameters}`, init)
        expect([method, path, parameters, status < 500]).toEqual([
          method,
          path,
          parameters,
          true,
        ])
      },
    )
  }, 600_000)
})

const parameter = fc.constantFrom(
  ...['statementId', 'voidedStatementId', 'agent', 'verb', 'activity', 'activityId', 'stateId'],
  ...[
    'profileId',
    'registration',
    'since',
    'until',
    'limit',
    'format',
    'attachments',
    'method',
  ],
  ...['ascending', 'cursor', 'related_agents', '__proto__'],
)
const value = fc.constantFrom(
  ...['true', '{}', '[]', 'null', '{"mbox":"mailto:a@b.org"}', '0', '-1', '1e9', 'ids', 'PUT'],
  ...[
    ref.id,
    'https://example.org/x',
    '2026-09-14T09:00:00Z',
    '\u0000',
    '%',
    '999999999999999',
  ],
)

describe('a body', () => {
  it('that names a property twice is read as any reader of JSON does, by its last', async () => {
    const { id } = fresh()
    const text = JSON.stringify({ ...plain, id })
    const twice = text.replace('{', '{"verb":{"id":"https://example.org/first"},')
    expect((await lrs.post(twice)).status).toBe(200)
    expect(await lrs.read(id)).toMatchObject({ verb: plain.verb })
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    'that names %s is refused, and changes no object of ours',
    async (name) => {
      const text = JSON.stringify(plain).replace('{', `{"${name}":{"polluted":true},`)
      expect((await lrs.post(text)).status).toBe(400)
      const at = {
        activityId: plain.object.id,
        agent: JSON.stringify(plain.actor),
        stateId: name,
      }
      const body = `{"${name}":{"polluted":true}}`
      for (let times = 0; times < 2; times += 1)
        await lrs.send('POST', '/activities/state', { query: at, body })
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    },
  )

  it('with NUL or half a character in it is stored, and given back', async () => {
    for (const response of ['a\u0000b', '\ud800', 'x\udc00y']) {
      const told = fresh({ result: { response } })
      expect((await lrs.post(told)).status).toBe(200)
      expect(await lrs.read(told.id)).toMatchObject({ id: told.id })
    }
  })

  it.each(['[', '{"a":'])('of a hundred thousand %s is refused', async (open) => {
    const close = open === '[' ? ']' : '}'
    const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`
    expect((await lrs.post(deep)).status).toBe(400)
    const inside = JSON.stringify({ ...plain, result: { extensions: { 'urn:x': 0 } } })
    expect((await lrs.post(inside.replace('"urn:x":0', `"urn:x":${deep}`))).status).toBe(400)
    expect((await lrs.get({ limit: '1' })).status).toBe(200)
  })
})

/** Writes to the endpoint by hand. @returns what it answered */
function byHand(
  head: string[],
  write: (send: (text: string) => boolean) => void,
  { endpoint } = lrs,
) {
  const { hostname, port } = new URL(endpoint.url)
  const lines = [
    'POST /xapi/statements HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: ${endpoint.key('all')}`,
    'X-Experience-API-Version: 1.0.3',
    'Content-Type: application/json',
    ...head,
  ]
  return new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname)
    socket.on('data', (bytes) => {
      answer += bytes
      if (answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(answer))
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    write((text) => !socket.destroyed && socket.write(text))
  })
}

const fiftyMegabytes = 50 * 1024 * 1024

describe('fifty megabytes', () => {
  it('that are announced are refused before they come', async () => {
    const answer = await byHand([`Content-Length: ${fiftyMegabytes}`], () => {})
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('that come unannounced are refused on the way', async () => {
    const piece = ' '.repeat(1024 * 1024)
    const answer = await byHand(['Transfer-Encoding: chunked'], (send) => {
      for (let at = 0; at < 50; at += 1) send(`${piece.length.toString(16)}\r\n${piece}\r\n`)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect((await lrs.get({ limit: '1' })).status).toBe(200)
  })
})

it('who sends a byte at a time keeps nobody waiting', async () => {
  const ends: (() => void)[] = []
  for (let each = 0; each < 100; each += 1) {
    void byHand(['Content-Length: 1000'], (send) => {
      const timer = setInterval(() => send(' '), 1000)
      ends.push(() => clearInterval(timer))
    })
  }
  for (let each = 0; each < 20; each += 1) {
    const asked = performance.now()
    expect((await lrs.post(fresh())).status).toBe(200)
    expect(performance.now() - asked).toBeLessThan(2000)
  }
  for (const end of ends) end()
})

it('who takes longer than a body may take is told so, and cut off', async () => {
  expect(bodyPatience).toBe(60_000)
  const hasty = await openLrs('1.0.3', { patience: 300 })
  const began = performance.now()
  const answer = await byHand(['Content-Length: 1000'], (send) => send(' '), hasty)
  expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*Connection: close/i)
  expect(performance.now() - began).toBeLessThan(5000)
  await hasty.endpoint.close()
})
