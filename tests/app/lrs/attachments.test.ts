import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readParts, writeParts } from '#app/lrs/attachments/multipart.ts'
import { plain } from '#tests/conformance/sample.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

/** Bytes with everything in them that could be taken for an end. */
const picture = Buffer.concat([
  Buffer.from([0, 255, 13, 10, 13, 10, 45, 45]),
  Buffer.from('--cut--\r\n'),
])
const sha2Of = (content: Buffer | string, algorithm = 'sha256') =>
  createHash(algorithm).update(content).digest('hex')

const attachmentOf = (content: Buffer | string, more = {}) => ({
  usageType: 'https://example.org/certificate',
  display: { fr: 'Attestation' },
  contentType: 'image/png',
  length: Buffer.byteLength(content),
  sha2: sha2Of(content),
  ...more,
})

const attached = (...attachments: object[]) => ({ ...plain, id: randomUUID(), attachments })

const json = (statement: unknown) => ({
  headers: new Map([['Content-Type', 'application/json']]),
  content: Buffer.from(JSON.stringify(statement)),
})

const file = (content: Buffer | string, headers: Record<string, string> = {}) => ({
  headers: new Map(
    Object.entries({
      'Content-Type': 'image/png',
      'Content-Transfer-Encoding': 'binary',
      'X-Experience-API-Hash': sha2Of(content),
      ...headers,
    }),
  ),
  content: Buffer.from(content),
})

type Sent = Parameters<typeof writeParts>[0]

const post = (parts: Sent, init: { as?: string; version?: string } = {}) =>
  endpoint.call('/statements', {
    method: 'POST',
    body: writeParts(parts, 'the-boundary'),
    headers: {
      'Content-Type': 'multipart/mixed; boundary=the-boundary',
      ...(init.version && { 'X-Experience-API-Version': init.version }),
    },
    ...(init.as && { as: init.as }),
  })

const get = async (query: string) => {
  const response = await endpoint.call(`/statements?${query}`)
  const type = response.headers.get('content-type') ?? ''
  return { response, type, body: Buffer.from(await response.arrayBuffer()) }
}

describe('a file that comes with a statement', () => {
  it('is given back byte for byte to whoever asks for it, and to nobody else', async () => {
    const statement = attached(attachmentOf(picture))
    expect((await post([json(statement), file(picture)])).status).toBe(200)
    const asked = await get(`statementId=${statement.id}&attachments=true`)
    const [first, second, ...more] = readParts(asked.type, asked.body)
    expect(JSON.parse(first!.content.toString())).toMatchObject({ id: statement.id })
    expect(second!.content.equals(picture)).toBe(true)
    expect(Object.fromEntries(second!.headers)).toEqual({
      'content-type': 'image/png',
      'content-transfer-encoding': 'binary',
      'x-experience-api-hash': sha2Of(picture),
    })
    expect(more).toEqual([])
    const plainly = await get(`statementId=${statement.id}&attachments=false`)
    expect(plainly.type).toMatch(/^application\/json/)
  })

  it('is there for its own organisation alone', async () => {
    const statement = attached(attachmentOf(picture))
    await post([json(statement), file(picture)])
    const elsewhere = attached(attachmentOf(picture, { fileUrl: 'https://example.org/a.png' }))
    const as = endpoint.key('all', 'two')
    await endpoint.call('/statements', { method: 'POST', body: elsewhere, as })
    const response = await endpoint.call(
      `/statements?statementId=${elsewhere.id}&attachments=true`,
      { as },
    )
    const parts = readParts(
      response.headers.get('content-type') ?? '',
      Buffer.from(await response.arrayBuffer()),
    )
    expect(parts).toHaveLength(1)
  })

  it('is sent once for all statements that name it, in a list as well', async () => {
    const content = randomUUID()
    const statements = [attached(attachmentOf(content)), attached(attachmentOf(content))]
    await post([json(statements), file(content)])
    const { type, body } = await get('attachments=true&limit=2')
    expect(readParts(type, body)).toHaveLength(2)
  })

  it.each(['sha224', 'sha384', 'sha512'])('may be named by its %s', async (algorithm) => {
    const sha2 = sha2Of(picture, algorithm)
    const statement = attached(attachmentOf(picture, { sha2 }))
    const sent = file(picture, { 'X-Experience-API-Hash': sha2 })
    expect((await post([json(statement), sent])).status).toBe(200)
  })

  it('cannot come from a package, whose key is in every learner’s hands', async () => {
    const statement = attached(attachmentOf(picture))
    const response = await post([json(statement), file(picture)], { as: endpoint.key('add') })
    expect(response.status).toBe(403)
    expect((await get(`statementId=${statement.id}`)).response.status).toBe(404)
  })
})

describe('nothing is stored when', () => {
  const named = attached(attachmentOf(picture))
  it.each<[string, Sent]>([
    ['a file is missing', [json(named)]],
    ['a file is of no statement', [json(plain), file(picture)]],
    [
      'a file is not what its digest says',
      [json(named), file('other', { 'X-Experience-API-Hash': sha2Of(picture) })],
    ],
    [
      'a file does not say its digest',
      [json(named), { ...file(picture), headers: new Map([['Content-Type', 'image/png']]) }],
    ],
    [
      'a file is not said to be binary',
      [json(named), file(picture, { 'Content-Transfer-Encoding': 'base64' })],
    ],
    ['the first part is no JSON', [file(picture), json(named)]],
    ['the statements are in two parts', [json(named), json(named), file(picture)]],
  ])('%s', async (_, parts) => {
    expect((await post(parts)).status).toBe(400)
    expect((await get(`statementId=${named.id}`)).response.status).toBe(404)
  })

  it.each([
    ['there is no boundary', 'multipart/mixed', '--x\r\n\r\n{}\r\n--x--'],
    ['the boundary never closes', 'multipart/mixed; boundary=x', '--x\r\n\r\n{}\r\n--x\r\n'],
    ['the body is empty', 'multipart/mixed; boundary=x', ''],
    ['a part has no end of its headers', 'multipart/mixed; boundary=x', '--x\r\nA: b\r\n--x--'],
  ])('%s', async (_, type, body) => {
    const headers = { 'Content-Type': type }
    const response = await endpoint.call('/statements', { method: 'POST', body, headers })
    expect(response.status).toBe(400)
  })
})

it('what was written in parts is read as it was, whatever is in it', () => {
  const parts = [json(plain), file(picture), file(''), file('\r\n')]
  const read = readParts('multipart/mixed; boundary="a b"', writeParts(parts, 'a b'))
  expect(read.map(({ content }) => content.toString('hex'))).toEqual(
    parts.map(({ content }) => content.toString('hex')),
  )
})

describe('a signed statement', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const usageType = 'http://adlnet.gov/expapi/attachments/signature'
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  function jwsOf(statement: unknown, { alg = 'RS256', x5c = [] as string[] } = {}): string {
    const header = encoded({ alg, ...(x5c.length > 0 && { x5c }) })
    const signed = `${header}.${encoded(statement)}`
    const digest = { RS256: 'sha256', RS384: 'sha384' }[alg] ?? 'sha512'
    return `${signed}.${sign(digest, Buffer.from(signed), privateKey).toString('base64url')}`
  }

  function signedWith(jws: string, statement: object, more = {}) {
    const contentType = 'application/octet-stream'
    const attachment = attachmentOf(jws, { usageType, contentType, ...more })
    const sent = { ...statement, attachments: [attachment] }
    return post([json(sent), file(jws, { 'Content-Type': contentType })])
  }

  const statement = () => ({ ...plain, id: randomUUID() })

  it.each(['RS256', 'RS384', 'RS512'])('is taken when it was signed by %s', async (alg) => {
    const told = statement()
    expect((await signedWith(jwsOf(told, { alg }), told)).status).toBe(200)
  })

  it('is the same where a duration is only finer than a hundredth of a second', async () => {
    const told = { ...statement(), result: { duration: 'PT1.239S' } }
    const signed = { ...told, result: { duration: 'PT1.23S' } }
    expect((await signedWith(jwsOf(signed), told)).status).toBe(200)
  })

  it('is refused when the signature is of another statement', async () => {
    const other = { ...statement(), verb: { id: 'https://example.org/other' } }
    expect((await signedWith(jwsOf(other), statement())).status).toBe(400)
  })

  it('is refused when the certificate in it did not sign it', async () => {
    const told = statement()
    const x5c = [Buffer.from('no certificate').toString('base64')]
    expect((await signedWith(jwsOf(told, { x5c }), told)).status).toBe(400)
  })

  it.each(['HS256', 'none', 'ES256'])(
    'is refused when it says to be made by %s',
    async (alg) => {
      const told = statement()
      expect((await signedWith(jwsOf(told, { alg }), told)).status).toBe(400)
    },
  )

  it('is refused when it is no signature, or of another type', async () => {
    const told = statement()
    for (const jws of ['', 'a.b', 'a.b.c', `${jwsOf(told)}.d`])
      expect((await signedWith(jws, told)).status).toBe(400)
    const another = await signedWith(jwsOf(told), told, { contentType: 'text/plain' })
    expect(another.status).toBe(400)
  })

  it('is refused when its signature is elsewhere', async () => {
    const jws = jwsOf(plain)
    const contentType = 'application/octet-stream'
    const fileUrl = 'https://example.org/signature'
    const attachment = attachmentOf(jws, { usageType, contentType, fileUrl })
    const body = { ...plain, attachments: [attachment] }
    const response = await endpoint.call('/statements', { method: 'POST', body })
    expect(response.status).toBe(400)
  })
})
