import { longestRemark } from '#content-schema/statements/opinion.ts'
import { opinionVerbs, verbs } from '#content-schema/statements/vocabulary.ts'
import { checkFiles, type Received, readReceived } from '../attachments/read-attachments.ts'
import { checkSignatures } from '../attachments/signature.ts'
import type { Credential } from '../credentials.server.ts'
import { type Answer, jsonAnswer } from '../http/answer.server.ts'
import { Refusal } from '../http/refusal.ts'
import type { Version } from '../http/version.ts'
import type { XapiRequest } from '../http/xapi-request.server.ts'
import { checkStatement } from '../validation/statement.ts'
import { isUuid } from '../validation/uuid.ts'
import { withId } from './complete-statement.ts'
import { checkPackageStatement } from './package-statement.ts'
import type { Batch, StatementStore } from './statement-store.server.ts'
import type { XapiStatement } from './xapi-statement.ts'

export type Writing = {
  iriBase: string
  store: StatementStore
  /** Replaces what names people, for credentials that anybody who has a package holds. */
  pseudonymise: (organisationId: string, statement: XapiStatement) => XapiStatement
}

type Sent = { request: XapiRequest; version: Version }
type Told = Received & { version: Version }

/**
 * Stores one statement under the id of the address.
 *
 * @throws Refusal 400, 403 or 409; nothing is stored then
 * @see xAPI 1.0.3, Communication 2.1.1
 */
export async function putStatement(
  writing: Writing,
  credential: Credential,
  sent: Sent,
): Promise<Answer> {
  const id = onlyStatementId(sent.request.query)
  const received = receive(credential, sent)
  if (Array.isArray(received.json)) throw invalid('PUT takes one statement')
  const batch = prepare(writing, credential, received, id)
  if (batch.statements[0]!.id.toLowerCase() !== id.toLowerCase()) {
    throw invalid('the id of the statement differs from statementId')
  }
  await writing.store.append(batch)
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
  sent: Sent,
): Promise<Answer> {
  if (sent.request.query.size > 0) throw parameter('POST takes no parameter')
  const batch = prepare(writing, credential, receive(credential, sent))
  refuseRepeatedIds(batch.statements)
  await writing.store.append(batch)
  return jsonAnswer(batch.statements.map(({ id }) => id))
}

/** What came with statements is as free as any text: packages send none, and may not. */
function receive({ scope }: Credential, { request, version }: Sent): Told {
  const received = readReceived(request)
  if (scope === 'add' && received.files.length > 0)
    throw new Refusal(403, 'attachments.not-allowed', 'this key may not send files')
  return { ...received, version }
}

function prepare(
  { pseudonymise, iriBase }: Writing,
  credential: Credential,
  { json, files, version }: Told,
  id?: string,
): Batch {
  const told = [json].flat().map((value: unknown) => {
    checkStatement(value, version)
    refuseVoiding(credential, value)
    checkPackageStatement(credential, value, iriBase)
    refuseLongRemark(credential, value)
    checkSignatures(value, files)
    return value
  })
  checkFiles(told, files)
  const statements = told.map((value) => {
    const kept =
      credential.scope === 'add' ? pseudonymise(credential.organisationId, value) : value
    return withId(id !== undefined && kept.id === undefined ? { ...kept, id } : kept, version)
  })
  return { credential, statements, files }
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

function invalid(message: string): Refusal {
  return new Refusal(400, 'statement.invalid', message)
}

function parameter(message: string): Refusal {
  return new Refusal(400, 'request.parameter', message)
}
