import type { ServerResponse } from 'node:http'
import { Refusal } from './refusal.ts'
import { isStoreFault } from './store-fault.ts'

/**
 * What to send back; `json` is written as it is, so that stored statements need not be read.
 */
export type Answer = {
  status: number
  json?: string
  /** A document as a client once sent it: of any type, and trusted in nothing. */
  content?: { type: string; bytes: Buffer }
  headers?: Record<string, string>
}

/** Packages are played on any server; they identify themselves by key, never by cookie. */
const everyAnswer = {
  'X-Experience-API-Version': '1.0.3',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'X-Experience-API-Version, X-Experience-API-Consistent-Through, ETag, Last-Modified',
  'Cache-Control': 'no-store',
}

const preflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, X-Experience-API-Version, Accept-Language, If-Match, ' +
    'If-None-Match',
  'Access-Control-Max-Age': '86400',
}

export function preflightAnswer(): Answer {
  return { status: 204, headers: preflight }
}

export function jsonAnswer(value: unknown): Answer {
  return { status: 200, json: JSON.stringify(value) }
}

/**
 * A document may be a page with a script, and stand under our own address: whoever is led to it by
 * a link must get a file, and nothing that runs.
 */
const harmless = {
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

/** In seconds: how long whoever sends waits before they try again. */
const patienceAsked = '30'

/** Says what was refused; anything unforeseen is a 500 that tells nothing. */
export function errorAnswer(error: unknown): Answer {
  if (isStoreFault(error)) {
    const told = 'statements cannot be stored at the moment: nothing of this was, send it again'
    const answer = errorJson(503, 'store.unavailable', told)
    return { ...answer, headers: { 'Retry-After': patienceAsked } }
  }
  if (!(error instanceof Refusal)) return errorJson(500, 'server.failed', 'the server failed')
  const answer = errorJson(error.status, error.code, error.message)
  if (error.status === 401) answer.headers = { 'WWW-Authenticate': 'Basic realm="xAPI"' }
  if (error.status === 429) answer.headers = { 'Retry-After': '1' }
  // What is left of a refused body is not read: the connection cannot serve another request.
  if (error.status === 408 || error.status === 413) answer.headers = { Connection: 'close' }
  return answer
}

export function sendAnswer(res: ServerResponse, answer: Answer, withoutBody: boolean): void {
  const { status, headers, content } = answer
  res.statusCode = status
  const all = { ...everyAnswer, ...(content && harmless), ...headers }
  for (const [name, value] of Object.entries(all)) res.setHeader(name, value)
  const body = content ?? jsonContent(answer)
  if (!body) return void res.end()
  res.setHeader('Content-Type', body.type)
  res.setHeader('Content-Length', body.bytes.length)
  res.end(withoutBody ? undefined : body.bytes)
}

function jsonContent({ json }: Answer): Answer['content'] {
  if (json === undefined) return undefined
  return { type: 'application/json; charset=utf-8', bytes: Buffer.from(json) }
}

function errorJson(status: number, code: string, message: string): Answer {
  return { status, json: JSON.stringify({ error: { code, message } }) }
}
