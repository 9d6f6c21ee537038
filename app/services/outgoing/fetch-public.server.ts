import { lookup as lookUp } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress } from './public-addresses.ts'

export const fetchFailures = [
  'bad-address',
  'private-address',
  'unreachable',
  'too-slow',
  'too-large',
  'too-many-redirects',
] as const
/** Why nothing was fetched: `what` is safe to show, it holds no content. */
export class FetchFailure extends Error {
  constructor(
    readonly code: (typeof fetchFailures)[number],
    readonly what = '',
  ) {
    super(`${code} ${what}`)
  }
}

export type FetchOptions = {
  /** Bytes, once decompressed. */
  most: number
  /** Of the whole exchange, in milliseconds. */
  within: number
  signal?: AbortSignal | undefined
  /** Which addresses may be reached: those of the public internet, unless a test says otherwise. */
  mayReach?: (address: string) => boolean
}

export type Fetched = {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  /** Where it was found, after redirects. */
  url: string
}

const mostRedirects = 5

/**
 * Fetches an address that somebody gave us. The name is looked up once, and what is connected to is the
 * very address that was found to be public, at each redirect again: a name that changes its mind
 * between two looks leads nowhere.
 *
 * @throws FetchFailure
 */
export async function fetchPublic(address: string, options: FetchOptions): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.within)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  let url = readAddress(address)
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    try {
      const response = await requested(url, { ...options, signal })
      const { statusCode: status = 0, headers } = response
      if (status >= 300 && status < 400 && headers.location) {
        response.destroy()
        url = readAddress(headers.location, url)
        continue
      }
      const body = await readBody(response, options.most)
      return { status, headers, body, url: url.href }
    } catch (error) {
      throw asFailure(error, deadline.aborted)
    }
  }
  throw new FetchFailure('too-many-redirects')
}

/** @throws FetchFailure `bad-address` for what is no address of the web, or holds a password */
export function readAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new FetchFailure('bad-address')
  return url
}

/** What is asked of an address that is not only read. */
export type Asked = { method: string; headers: Record<string, string>; body?: Buffer }

/**
 * One exchange with an address that somebody gave us, by https alone: it carries a secret, so no
 * redirect is followed.
 *
 * @param plain whether http will do: for a test, on this machine
 * @throws FetchFailure
 */
export async function askPublic(
  address: string,
  asked: Asked,
  { plain = false, ...options }: FetchOptions & { plain?: boolean },
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.within)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  const url = readAddress(address)
  if (url.protocol !== 'https:' && !plain) throw new FetchFailure('bad-address')
  try {
    const response = await requested(url, { ...options, signal }, asked)
    const { statusCode: status = 0, headers } = response
    return { status, headers, body: await readBody(response, options.most), url: url.href }
  } catch (error) {
    throw asFailure(error, deadline.aborted)
  }
}

const reading: Asked = { method: 'GET', headers: {} }

function requested(
  url: URL,
  options: FetchOptions,
  { method, headers, body }: Asked = reading,
): Promise<IncomingMessage> {
  const mayReach = options.mayReach ?? isPublicAddress
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !mayReach(host)) throw new FetchFailure('private-address', url.hostname)
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method,
      agent: false,
      lookup: onlyReachable(mayReach),
      headers: {
        'User-Agent': 'Grainotheque/1 (OAI-PMH harvester)',
        'Accept-Encoding': 'gzip, deflate, br',
        ...headers,
      },
      ...(options.signal && { signal: options.signal }),
    })
    asked.on('response', resolve).on('error', reject).end(body)
  })
}

/** All addresses of a name have to be open: one that is not would be met some day. */
function onlyReachable(mayReach: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const closed = found.length === 0 || found.some(({ address }) => !mayReach(address))
      if (closed) return done(new FetchFailure('private-address', host), [])
      const [first] = found
      if (options.all) done(null, found)
      else done(null, first!.address, first!.family)
    })
  }
}

async function readBody(response: IncomingMessage, most: number): Promise<Buffer> {
  const encoding = response.headers['content-encoding'] ?? ''
  const plain = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    encoding
  ]
  const stream = plain
    ? response.on('error', (error) => stream.destroy(error)).pipe(plain())
    : response
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) {
      response.destroy()
      throw new FetchFailure('too-large', `${Math.round(most / 1e6)}`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function asFailure(error: unknown, late: boolean): unknown {
  if (error instanceof FetchFailure) return error
  if (late) return new FetchFailure('too-slow')
  const { code, cause } = error as NodeJS.ErrnoException & { cause?: unknown }
  if (cause instanceof FetchFailure) return cause
  return new FetchFailure('unreachable', typeof code === 'string' ? code : '')
}
