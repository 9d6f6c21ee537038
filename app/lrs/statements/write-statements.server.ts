import { longestRemark } from '#content-schema/statements/opinion.ts'
import { opinionVerbs, verbs } from '#content-schema/statements/vocabulary.ts'
import type { Credential } from '../credentials.server.ts'
import { type Answer, jsonAnswer } from '../http/answer.server.ts'
import { Refusal } from '../http/refusal.ts'
import { textOf, type XapiRequest } from '../http/xapi-request.server.ts'
import { checkStatement } from '../validation/statement.ts'
import { isUuid } from '../validation/uuid.ts'
import { withId } from './complete-statement.ts'
import type { Batch, StatementStore } from './statement-store.server.ts'
import type { XapiStatement } from './xapi-statement.ts'

export type Writing = {
  store: StatementStore
  /** Replaces what names people, for credentials that anybody who has a package holds. */
  pseudonymise: (organisationId: string, statement: XapiStatement) => XapiStatement
}

/**
 * Stores one statement under the id of the address.
 *
 * @throws Refusal 400, 403 or 409; nothing is stored then
 * @see xAPI 1.0.3, Communication 2.1.1
 */
export async function putStatement(
  writing: Writing,
  credential: Credential,
  request: XapiRequest,
): Promise<Answer> {
  const id = onlyStatementId(request.query)
  const value = readJson(request)
  if (Array.isArray(value)) throw invalid('PUT takes one statement')
  const [statement] = prepare(writing, credential, [value], id)
  if (statement!.id.toLowerCase() !== id.toLowerCase()) {
    throw invalid('the id of the statement differs from statementId')
  }
  await writing.store.append({ credential, statements: [statement!] })
  return { status: 204 }
}

/**
 * Stores one statement or several, all or none.
 *
 * @throws Refusal 400, 403 or 409; nothing is stored then
 * @see xAPI 1.0.3, Communication 2.1.2
 */
export async function postStatements(
  writing: Writing,
  credential: Credential,
  request: XapiRequest,
): Promise<Answer> {
  if (request.query.size > 0) throw parameter('POST takes no parameter')
  const statements = prepare(writing, credential, [readJson(request)].flat())
  refuseRepeatedIds(statements)
  await writing.store.append({ credential, statements })
  return jsonAnswer(statements.map(({ id }) => id))
}

function prepare(
  { pseudonymise }: Writing,
  credential: Credential,
  values: unknown[],
  id?: string,
): Batch['statements'] {
  return values.map((value) => {
    checkStatement(value)
    refuseVoiding(credential, value)
    refuseLongRemark(credential, value)
    refuseMissingFiles(value)
    const told =
      credential.scope === 'add' ? pseudonymise(credential.organisationId, value) : value
    return withId(id !== undefined && told.id === undefined ? { ...told, id } : told)
  })
}

/** What a package carries is in every learner's hands: it must not take statements out. */
function refuseVoiding({ scope }: Credential, { verb }: XapiStatement): void {
  if (scope === 'add' && verb.id === verbs.voided) {
    throw new Refusal(403, 'statement.voiding-not-allowed', 'this key may not void statements')
  }
}

/** Our packages send no longer ones: whoever does has taken a package's key for something else. */
function refuseLongRemark({ scope }: Credential, { verb, result }: XapiStatement): void {
  const { length } = result?.response ?? ''
  if (scope === 'add' && verb.id === opinionVerbs.commented && length > longestRemark) {
    throw invalid(`a remark has at most ${longestRemark} characters`)
  }
}

/** Without its bytes in the request, an attachment must say where they are. */
function refuseMissingFiles(statement: XapiStatement): void {
  const { object } = statement
  const inner = object.objectType === 'SubStatement' ? object.attachments : undefined
  for (const { fileUrl } of [...(statement.attachments ?? []), ...(inner ?? [])]) {
    if (fileUrl === undefined)
      throw invalid('an attachment has neither its bytes nor a fileUrl')
  }
}

function refuseRepeatedIds(statements: Batch['statements']): void {
  const ids = new Set(statements.map(({ id }) => id.toLowerCase()))
  if (ids.size < statements.length)
    throw invalid('two statements of the batch have the same id')
}

function onlyStatementId(query: URLSearchParams): string {
  const id = query.get('statementId')
  if (query.size !== 1 || id === null) throw parameter('PUT takes statementId and nothing else')
  if (!isUuid(id)) throw parameter('statementId must be a UUID')
  return id
}

function readJson(request: XapiRequest): unknown {
  const [type] = (request.header('content-type') ?? '').split(';')
  const mediaType = type!.trim().toLowerCase()
  if (mediaType === 'multipart/mixed') {
    throw new Refusal(
      501,
      'attachments.not-built',
      'the bytes of attachments are not taken yet',
    )
  }
  if (mediaType !== 'application/json') {
    throw new Refusal(400, 'request.content-type', 'Content-Type must be application/json')
  }
  try {
    return JSON.parse(textOf(request.body))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(400, 'request.not-json', 'the body is not JSON')
  }
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'statement.invalid', message)
}

function parameter(message: string): Refusal {
  return new Refusal(400, 'request.parameter', message)
}
