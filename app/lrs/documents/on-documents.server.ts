import type { Credential } from '../credentials.server.ts'
import { type Answer, jsonAnswer } from '../http/answer.server.ts'
import { Refusal } from '../http/refusal.ts'
import type { Version } from '../http/version.ts'
import type { XapiRequest } from '../http/xapi-request.server.ts'
import type { DocumentStore, Shelf, StoredDocument } from './document-store.server.ts'
import { type Content, merged } from './merge-json.ts'
import { type Asked, type Place, type Resource, readAsked } from './place.ts'
import { checkConditions } from './preconditions.ts'

/** One megabyte: states and profiles are notes, not files. */
export const documentLimit = 1024 * 1024

export type DocumentCall = {
  store: DocumentStore
  credential: Credential
  request: XapiRequest
  version: Version
  /** @throws Refusal 403 */
  checkRights: (asked: Asked) => void
}

/**
 * Reads, writes, merges or takes away documents.
 *
 * @throws Refusal 400, 403, 404, 405, 409, 412 or 413; nothing is changed then
 * @see xAPI 1.0.3, Communication 2.2
 */
export async function onDocuments(resource: Resource, call: DocumentCall): Promise<Answer> {
  const { request, store, credential } = call
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const answer = answers[method]
  if (!answer) throw new Refusal(405, 'request.method', `${method} is not for this resource`)
  const asked = readAsked(resource, method, request.query)
  call.checkRights(asked)
  const shelf = store.shelf(credential.organisationId, asked.place)
  return answer({ ...call, shelf, asked, place: asked.place })
}

type Work = DocumentCall & { shelf: Shelf; asked: Asked; place: Place }

const answers: Record<string, (work: Work) => Answer | Promise<Answer>> = {
  GET: (work) =>
    work.asked.documentId === null ? list(work) : one(work, work.asked.documentId),
  PUT: (work) => write(work, (_, given) => given),
  POST: (work) => write(work, merged),
  DELETE: remove,
}

function one({ shelf }: Work, documentId: string): Answer {
  const document = shelf.find(documentId)
  if (!document) throw new Refusal(404, 'document.not-found', `no document ${documentId}`)
  const { contentType, content } = document
  return {
    status: 200,
    content: { type: contentType, bytes: content },
    headers: about(document),
  }
}

function list({ shelf, asked }: Work): Answer {
  const found = shelf.list(asked.since)
  const answer = jsonAnswer(found.map(({ documentId }) => documentId))
  const last = Math.max(...found.map(({ updatedAt }) => updatedAt))
  return found.length === 0 ? answer : { ...answer, headers: lastModified(last) }
}

async function write(
  work: Work,
  result: (stored: StoredDocument | null, given: Content) => Content,
): Promise<Answer> {
  const { store, shelf, asked, credential } = work
  const documentId = asked.documentId!
  const given = givenIn(work.request)
  const stored = await store.change(() => {
    const before = shelf.find(documentId)
    check(work, before)
    const after = result(before, given)
    refuseLarge(after.content)
    return shelf.put(documentId, { ...after, credentialKey: credential.key })
  })
  return { status: 204, headers: about(stored) }
}

async function remove(work: Work): Promise<Answer> {
  const { store, shelf, asked } = work
  await store.change(() => {
    if (asked.documentId === null) return shelf.removeAll()
    check(work, shelf.find(asked.documentId))
    shelf.remove(asked.documentId)
  })
  return { status: 204 }
}

function check({ request, version, place }: Work, stored: StoredDocument | null): void {
  const { method, header } = request
  checkConditions({ method, header, version, kind: place.kind }, stored?.etag ?? null)
}

/** @throws Refusal 400 on a type that could not be sent back in a header */
function givenIn({ header, body }: XapiRequest): Content {
  const contentType = header('content-type') ?? 'application/octet-stream'
  if (!/^[\x20-\x7e]{1,255}$/.test(contentType)) {
    throw new Refusal(400, 'request.content-type', 'Content-Type must be ASCII, 255 at most')
  }
  refuseLarge(body)
  return { contentType, content: body }
}

function refuseLarge({ length }: Buffer): void {
  if (length <= documentLimit) return
  throw new Refusal(413, 'document.too-large', `a document may have ${documentLimit} bytes`)
}

function about({ etag, updatedAt }: StoredDocument): Record<string, string> {
  return { ETag: `"${etag}"`, ...lastModified(updatedAt) }
}

function lastModified(time: number): Record<string, string> {
  return { 'Last-Modified': new Date(time).toUTCString() }
}
