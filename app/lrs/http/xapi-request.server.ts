import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'
import { versionNamed } from './version.ts'

/** A request once its body is here, whether it came plain or in the alternate syntax. */
export type XapiRequest = {
  method: string
  /** Where the endpoint is mounted, `/xapi`: links to further pages start with it. */
  mount: string
  /** After the mount, without doubled or final slashes: `/statements`. */
  path: string
  query: URLSearchParams
  /** By lower-case name. */
  header: (name: string) => string | undefined
  body: Buffer
  /** The address that it comes from, as far as the proxies before us tell. */
  from: string
}

/** Six megabytes: some four thousand statements at once. */
export const bodyLimit = 6 * 1024 * 1024

const mountPath = '/xapi'

/** Milliseconds that a body may take to come: six megabytes over a telephone's line. */
export const bodyPatience = 60_000

/**
 * Reads a whole request.
 *
 * @param patience milliseconds that its body may take
 * @throws Refusal 413 when the body is larger than {@link bodyLimit}, 408 when it takes too long,
 *   400 when the alternate syntax is broken
 */
export async function readRequest(
  req: IncomingMessage,
  patience = bodyPatience,
): Promise<XapiRequest> {
  const { path, query } = locate(req)
  const body = await readBody(req, patience)
  const plain: XapiRequest = {
    method: req.method ?? 'GET',
    mount: mountPath,
    path,
    query,
    header: (name) => [req.headers[name]].flat()[0],
    body,
    from: (req as { ip?: string }).ip ?? req.socket.remoteAddress ?? '',
  }
  return plain.method === 'POST' && query.has('method') ? fromForm(plain) : plain
}

/** Where a request goes. Express strips the mount from `url` and keeps it in `originalUrl`. */
export function locate(req: IncomingMessage): { path: string; query: URLSearchParams } {
  const url = (req as { originalUrl?: string }).originalUrl ?? req.url ?? '/'
  const mark = url.indexOf('?')
  const whole = (mark < 0 ? url : url.slice(0, mark)).replace(/\/{2,}/g, '/').replace(/\/$/, '')
  const path = whole.startsWith(`${mountPath}/`) ? whole.slice(mountPath.length) : whole
  return { path, query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)) }
}

/** @throws Refusal 400 when the bytes are not UTF-8 */
export function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new Refusal(400, 'request.encoding', 'the body must be UTF-8')
  return body.toString('utf8')
}

/** @param contentType as in its header, parameters included */
export function isJson(contentType: string): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType.trim())
}

function readBody(req: IncomingMessage, patience: number): Promise<Buffer> {
  return new Promise<Buffer>((resolve, reject) => {
    const late = setTimeout(() => reject(tooSlow(patience)), patience)
    req.once('close', () => clearTimeout(late))
    const chunks: Buffer[] = []
    let size = Number(req.headers['content-length'] ?? 0)
    if (size > bodyLimit) return reject(tooLarge())
    size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > bodyLimit) return reject(tooLarge())
      chunks.push(chunk)
    })
    req.on('end', () => {
      clearTimeout(late)
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
    })
    req.on('error', reject)
  })
}

function tooSlow(patience: number): Refusal {
  return new Refusal(
    408,
    'request.too-slow',
    `a body may take ${patience / 1000} seconds at most`,
  )
}

function tooLarge(): Refusal {
  return new Refusal(413, 'request.too-large', `a body may have ${bodyLimit} bytes at most`)
}

const formHeaders = new Set([
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'accept',
  'accept-language',
  'accept-encoding',
  'if-match',
  'if-none-match',
])

/** @see xAPI 2.0 (IEEE 9274.1.1): the alternate syntax is no more */
function refuseInSecondVersion(plain: XapiRequest, form: URLSearchParams): void {
  const [, inForm] = [...form].find(([name]) => /^x-experience-api-version$/i.test(name)) ?? []
  if (versionNamed(inForm ?? plain.header('x-experience-api-version')) !== '2.0.0') return
  throw new Refusal(400, 'request.alternate-syntax', 'version 2.0 has no alternate syntax')
}

/**
 * `POST ?method=PUT` with headers, parameters and content in a form: for browsers that may send
 * nothing else, as when a page is being closed.
 *
 * @see xAPI 1.0.3, Communication 1.3
 */
function fromForm(plain: XapiRequest): XapiRequest {
  if ([...plain.query.keys()].some((name) => name !== 'method')) {
    throw new Refusal(400, 'request.alternate-syntax', 'only method may stand in the address')
  }
  const form = new URLSearchParams(textOf(plain.body))
  refuseInSecondVersion(plain, form)
  const headers = new Map<string, string>()
  const query = new URLSearchParams()
  for (const [name, value] of form) {
    if (formHeaders.has(name.toLowerCase())) headers.set(name.toLowerCase(), value)
    else if (name !== 'content') query.append(name, value)
  }
  return {
    ...plain,
    method: plain.query.get('method')!,
    query,
    header: (name) =>
      headers.get(name) ?? (name === 'content-type' ? 'application/json' : plain.header(name)),
    body: Buffer.from(form.get('content') ?? ''),
  }
}
