import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect } from 'vitest'
import { readParts, writeParts } from '#app/lrs/attachments/multipart.ts'
import type { Lrs } from '../lrs.ts'
import { type Row, row } from '../row.ts'
import { attached, attachment, fresh, plain } from '../sample.ts'

const content = Buffer.from('bytes\r\n--of a file\u0000')
const sha2 = createHash('sha256').update(content).digest('hex')
const { fileUrl: _elsewhere, ...here } = { ...attachment, length: content.length, sha2 }

type Part = Parameters<typeof writeParts>[0][number]
const json = (value: unknown, type = 'application/json'): Part => ({
  headers: new Map([['Content-Type', type]]),
  content: Buffer.from(JSON.stringify(value)),
})
const file = (headers: Record<string, string> = {}, bytes = content): Part => ({
  headers: new Map(
    Object.entries({
      'Content-Type': here.contentType,
      'Content-Transfer-Encoding': 'binary',
      'X-Experience-API-Hash': sha2,
      ...headers,
    }),
  ),
  content: bytes,
})
const withoutHeader = (part: Part, name: string): Part => ({
  ...part,
  headers: new Map([...part.headers].filter(([each]) => each !== name)),
})

const inParts = 'multipart/mixed; boundary=cut'
const send = (lrs: Lrs, parts: Part[], type = inParts) =>
  lrs.post(writeParts(parts, 'cut'), { 'Content-Type': type })
const statement = () => fresh({ attachments: [here] })

function refusedParts(
  requirement: string,
  says: string,
  parts: () => Part[],
  type?: string,
): Row {
  return row(requirement, `refuses ${says}`, async (lrs) => {
    const before = lrs.count()
    expect((await send(lrs, parts(), type)).status).toBe(400)
    expect(lrs.count()).toBe(before)
  })
}

export const files: readonly Row[] = [
  row('XAPI-00167 00025', 'keeps files and gives them back byte for byte', async (lrs) => {
    const told = statement()
    expect((await send(lrs, [json(told), file()])).status).toBe(200)
    const got = await lrs.get({ statementId: told.id, attachments: 'true' })
    const type = got.headers.get('content-type') ?? ''
    const parts = readParts(type, Buffer.from(await got.arrayBuffer()))
    expect(parts).toHaveLength(2)
    expect(parts[1]!.content.equals(content)).toBe(true)
    expect(parts[1]!.headers.get('x-experience-api-hash')).toBe(sha2)
  }),
  refusedParts(
    'XAPI-00127',
    'files in a body of another type',
    () => [json(statement()), file()],
    'multipart/form-data; boundary=cut',
  ),
  refusedParts('XAPI-00128', 'a part that is a file of no statement', () => [
    json(fresh()),
    file(),
  ]),
  row(
    'XAPI-00129',
    'refuses a file that neither comes along nor has an address',
    async (lrs) => {
      expect((await lrs.post(attached(here))).status).toBe(400)
      expect((await lrs.post(attached(attachment))).status).toBe(200)
    },
  ),
  refusedParts(
    'XAPI-00130',
    'parts without a boundary',
    () => [json(statement()), file()],
    'multipart/mixed',
  ),
  refusedParts('XAPI-00131', 'parts of which the first is no JSON', () => [
    json(statement(), 'text/plain'),
    file(),
  ]),
  refusedParts('XAPI-00132', 'a part without the digest of its file', () => [
    json(statement()),
    withoutHeader(file(), 'X-Experience-API-Hash'),
  ]),
  refusedParts('XAPI-00132', 'a part that is not what its digest says', () => [
    json(statement()),
    file({}, Buffer.from('other')),
  ]),
  row(
    'XAPI-00133',
    'refuses parts behind another boundary than the one announced',
    async (lrs) => {
      const type = 'multipart/mixed; boundary=other'
      expect((await send(lrs, [json(statement()), file()], type)).status).toBe(400)
    },
  ),
  refusedParts('XAPI-00134', 'a statement whose file is not among the parts', () => [
    json(statement()),
  ]),
  refusedParts('XAPI-00135', 'a part that is not said to be binary', () => [
    json(statement()),
    withoutHeader(file(), 'Content-Transfer-Encoding'),
  ]),
]

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const digests: Record<string, string> = { RS256: 'sha256', RS384: 'sha384' }
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function jws(payload: unknown, alg: string): string {
  const signed = `${encoded({ alg })}.${encoded(payload)}`
  const made = sign(digests[alg] ?? 'sha512', Buffer.from(signed), privateKey)
  return `${signed}.${made.toString('base64url')}`
}

function sendSigned(lrs: Lrs, told: object, signature: string): Promise<Response> {
  const bytes = Buffer.from(signature)
  const contentType = 'application/octet-stream'
  const signedBy = {
    usageType: 'http://adlnet.gov/expapi/attachments/signature',
    display: { fr: 'Signature' },
    contentType,
    length: bytes.length,
    sha2: createHash('sha256').update(bytes).digest('hex'),
  }
  const headers = { 'Content-Type': contentType, 'X-Experience-API-Hash': signedBy.sha2 }
  return send(lrs, [json({ ...told, attachments: [signedBy] }), file(headers, bytes)])
}

export const signatures: readonly Row[] = [
  row('XAPI-00115', 'refuses a signature that is no JWS', async (lrs) => {
    const told = fresh()
    for (const text of ['', 'a.b.c', 'signed', `${jws(told, 'RS256')}.d`])
      expect((await sendSigned(lrs, told, text)).status).toBe(400)
  }),
  row('XAPI-00116', 'refuses the signature of another statement', async (lrs) => {
    const told = fresh()
    expect((await sendSigned(lrs, told, jws({ ...told, ...plain }, 'RS256'))).status).toBe(400)
  }),
  row('XAPI-00117', 'takes RS256, RS384 and RS512, and no other', async (lrs) => {
    for (const alg of ['RS256', 'RS384', 'RS512', 'HS256', 'none', 'ES256']) {
      const told = fresh()
      const { status } = await sendSigned(lrs, told, jws(told, alg))
      expect([alg, status]).toEqual([alg, alg.startsWith('RS') ? 200 : 400])
    }
  }),
]
