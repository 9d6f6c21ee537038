import { createHash } from 'node:crypto'
import { Refusal } from '../http/refusal.ts'
import { isJson, textOf, type XapiRequest } from '../http/xapi-request.server.ts'
import type { XapiAttachment, XapiStatement } from '../statements/xapi-statement.ts'
import { type Part, readParts } from './multipart.ts'

/** A file that came with a request, by its SHA-2 as the statement names it, in lower case. */
export type ReceivedFile = { sha2: string; contentType: string; content: Buffer }

/** What a PUT or a POST carries: statements not yet looked at, and files that are what they say. */
export type Received = { json: unknown; files: ReceivedFile[] }

/**
 * @throws Refusal 400 on another type of content, on text that is no JSON, and on parts that are
 *   not what their headers say
 * @see xAPI 1.0.3, Communication 1.5
 */
export function readReceived(request: XapiRequest): Received {
  const contentType = request.header('content-type') ?? ''
  if (isJson(contentType)) return { json: parse(request.body), files: [] }
  if (!/^multipart\/mixed\s*(;|$)/i.test(contentType.trim()))
    throw new Refusal(
      400,
      'request.content-type',
      'Content-Type must be application/json or multipart/mixed',
    )
  const [first, ...others] = readParts(contentType, request.body)
  if (!first || !isJson(first.headers.get('content-type') ?? ''))
    throw wrong('the first part must be application/json')
  return { json: parse(first.content), files: others.map(readFile) }
}

/**
 * Every file must be somebody's, and every attachment be here or say where it is.
 *
 * @throws Refusal 400
 */
export function checkFiles(
  statements: readonly XapiStatement[],
  files: readonly ReceivedFile[],
): void {
  const came = new Set(files.map(({ sha2 }) => sha2))
  const named = statements.flatMap(attachmentsOf)
  for (const { sha2, fileUrl } of named) {
    if (fileUrl === undefined && !came.has(sha2.toLowerCase()))
      throw new Refusal(
        400,
        'statement.invalid',
        'an attachment has neither its bytes nor a fileUrl',
      )
  }
  const wanted = new Set(named.map(({ sha2 }) => sha2.toLowerCase()))
  if (files.some(({ sha2 }) => !wanted.has(sha2)))
    throw wrong('a part is an attachment of no statement')
}

/** Those of a statement, and of the SubStatement in it. */
export function attachmentsOf({ attachments = [], object }: XapiStatement): XapiAttachment[] {
  const inner = object.objectType === 'SubStatement' ? (object.attachments ?? []) : []
  return [...attachments, ...inner]
}

function readFile({ headers, content }: Part): ReceivedFile {
  const sha2 = headers.get('x-experience-api-hash')?.toLowerCase()
  if (sha2 === undefined) throw wrong('a part has no X-Experience-API-Hash')
  if (headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary')
    throw wrong('Content-Transfer-Encoding of a part must be binary')
  const algorithm = algorithms[sha2.length]
  if (!algorithm || createHash(algorithm).update(content).digest('hex') !== sha2)
    throw wrong('X-Experience-API-Hash is not the SHA-2 of its part')
  const contentType = headers.get('content-type') ?? 'application/octet-stream'
  return { sha2, contentType, content }
}

/** By the length of the digest in hexadecimal. */
const algorithms: Record<number, string> = {
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
}

function parse(body: Buffer): unknown {
  const text = textOf(body)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'request.not-json', 'the body is not JSON')
  }
}

function wrong(message: string): Refusal {
  return new Refusal(400, 'request.multipart', message)
}
