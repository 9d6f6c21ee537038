import type { ServerResponse } from 'node:http'
import { Refusal } from './refusal.ts'

/**
 * What to send back; `json` is written as it is, so that stored statements need not be read.
 */
export type Answer = { status: number; json?: string; headers?: Record<string, string> }

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

/** Says what was refused; anything unforeseen is a 500 that tells nothing. */
export function errorAnswer(error: unknown): Answer {
  if (!(error instanceof Refusal)) return errorJson(500, 'server.failed', 'the server failed')
  const answer = errorJson(error.status, error.code, error.message)
  if (error.status === 401) answer.headers = { 'WWW-Authenticate': 'Basic realm="xAPI"' }
  // What is left of a refused body is not read: the connection cannot serve another request.
  if (error.status === 413) answer.headers = { Connection: 'close' }
  return answer
}

export function sendAnswer(res: ServerResponse, answer: Answer, withoutBody: boolean): void {
  const { status, json, headers } = answer
  res.statusCode = status
  for (const [name, value] of Object.entries(everyAnswer)) res.setHeader(name, value)
  for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value)
  if (json === undefined) return void res.end()
  const bytes = Buffer.from(json)
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', bytes.length)
  res.end(withoutBody ? undefined : bytes)
}

function errorJson(status: number, code: string, message: string): Answer {
  return { status, json: JSON.stringify({ error: { code, message } }) }
}
