import { randomBytes } from 'node:crypto'
import XAPI from '@xapi/xapi'
import type { ForwardingFailure, ForwardingVersion } from '#app/db/schema/bank/index.ts'
import { type Part, writeParts } from '#app/lrs/attachments/multipart.ts'
import { isSameStatement } from '#app/lrs/statements/same-statement.ts'
import type { StoredStatement, XapiStatement } from '#app/lrs/statements/xapi-statement.ts'
import {
  askPublic,
  FetchFailure,
  type FetchOptions,
} from '#app/services/outgoing/fetch-public.server.ts'

/** Where it goes, with the secret as it is. */
export type Destination = {
  endpoint: string
  key: string
  secret: string
  version: ForwardingVersion
}

/** How far it may reach: nowhere but the public internet, by https, unless a test says otherwise. */
export type Reach = Pick<FetchOptions, 'mayReach' | 'signal'> & { plain?: boolean }

/** A file that goes with a statement. */
export type SentFile = { sha2: string; contentType: string; content: Buffer }

/** What a target made of a batch. */
export type Outcome =
  | { kind: 'taken' }
  /** It will never take these: sending them again changes nothing. */
  | { kind: 'refused'; status: number; answer: string }
  /** It does not let us in. */
  | { kind: 'denied'; status: number }
  /** It may take them later. */
  | { kind: 'failed'; failure: ForwardingFailure }

const limits = { most: 8_000_000, within: 30_000 }

/** Sends a batch as one request: taken whole, or not at all. */
export async function sendBatch(
  destination: Destination,
  batch: readonly StoredStatement[],
  files: readonly SentFile[],
  reach: Reach,
): Promise<Outcome> {
  const statements = batch.map(asTold)
  try {
    const { status, data } = await opened(destination, files, reach).sendStatements({
      statements: statements as unknown as SendableStatements,
    })
    if (status === 200 || status === 204) return { kind: 'taken' }
    if (status === 409 && batch.length === 1)
      return (await hasSame(destination, batch[0]!, reach))
        ? { kind: 'taken' }
        : { kind: 'refused', status, answer: plainText(data) }
    return outcomeOf(status, plainText(data))
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    return { kind: 'failed', failure: { code: error.code, params: { what: error.what } } }
  }
}

type SendableStatements = Parameters<XAPI['sendStatements']>[0]['statements']

function outcomeOf(status: number, answer: string): Outcome {
  if ([400, 409, 413, 422].includes(status)) return { kind: 'refused', status, answer }
  if (status === 401 || status === 403) return { kind: 'denied', status }
  return { kind: 'failed', failure: { code: 'status', params: { status } } }
}

/** Who stored it when and under which key is ours; the target says its own. */
function asTold({
  stored: _stored,
  authority: _authority,
  version: _version,
  ...told
}: StoredStatement): XapiStatement {
  return told
}

/** What stands there under the same id may be the same, sent before we were told so. */
async function hasSame(
  destination: Destination,
  statement: StoredStatement,
  reach: Reach,
): Promise<boolean> {
  const { status, data } = await opened(destination, [], reach).getStatement({
    statementId: statement.id,
  })
  if (status !== 200 || typeof data !== 'object') return false
  return isSameStatement(asTold(statement), data as unknown as StoredStatement)
}

/** A client of the target whose requests all go through the guard of what leaves this house. */
function opened(
  { endpoint, key, secret, version }: Destination,
  files: readonly SentFile[],
  reach: Reach,
): XAPI {
  return new XAPI({
    endpoint,
    auth: XAPI.toBasicAuth(key, secret),
    // The library names no later version of its own accord; what it is given is what it says.
    version: version as '1.0.3',
    adapter: async ({ url, method, headers = {}, data }) => {
      const body = bodyOf(data, files)
      const answer = await askPublic(
        url,
        {
          method,
          headers: { ...headers, 'User-Agent': 'Grainotheque/1 (xAPI)', ...body?.headers },
          ...(body && { body: body.bytes }),
        },
        { ...limits, ...reach },
      )
      return {
        status: answer.status,
        headers: plainHeaders(answer.headers),
        data: read(answer) as never,
      }
    },
  })
}

function bodyOf(data: unknown, files: readonly SentFile[]) {
  if (data === undefined) return null
  const json = Buffer.from(JSON.stringify(data))
  if (files.length === 0)
    return { bytes: json, headers: { 'Content-Length': `${json.length}` } }
  // 128 random bits: no file holds them.
  const boundary = randomBytes(16).toString('hex')
  const parts: Part[] = [
    { headers: new Map([['Content-Type', 'application/json']]), content: json },
    ...files.map(({ sha2, contentType, content }) => ({
      headers: new Map([
        ['Content-Type', contentType],
        ['Content-Transfer-Encoding', 'binary'],
        ['X-Experience-API-Hash', sha2],
      ]),
      content,
    })),
  ]
  const bytes = writeParts(parts, boundary)
  return {
    bytes,
    headers: {
      'Content-Type': `multipart/mixed; boundary=${boundary}`,
      'Content-Length': `${bytes.length}`,
    },
  }
}

function plainHeaders(headers: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  )
}

function read({
  headers,
  body,
}: {
  headers: { 'content-type'?: string | undefined }
  body: Buffer
}): unknown {
  const text = body.toString('utf8')
  if (!/\bjson\b/.test(headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Of an answer, as much as a person reads. */
function plainText(data: unknown): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data ?? '')
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}
