import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import type { LrsScope } from '#app/db/schema/bank/lrs-credentials.ts'
import { authenticate, type Credential } from './credentials.server.ts'
import {
  type Answer,
  errorAnswer,
  jsonAnswer,
  preflightAnswer,
  sendAnswer,
} from './http/answer.server.ts'
import { Refusal } from './http/refusal.ts'
import { locate, readRequest, type XapiRequest } from './http/xapi-request.server.ts'
import { pseudonymiser } from './pseudonyms.server.ts'
import { type StatementFinder, statementFinder } from './statements/find-statements.server.ts'
import { getStatements } from './statements/get-statements.server.ts'
import { openStatementStore } from './statements/statement-store.server.ts'
import {
  postStatements,
  putStatement,
  type Writing,
} from './statements/write-statements.server.ts'

export type XapiOptions = {
  /** Where the keys are. */
  bank: Bank
  statements: StatementsDb
  /** The installation's permanent prefix of activity ids, without a slash at its end. */
  iriBase: string
  now: () => Date
  /** Told of what went wrong on our side; the client only learns that something did. */
  onFailure?: (error: unknown) => void
}

/**
 * The xAPI endpoint, to be mounted at `/xapi` on plain `node:http` or on Express. One handler a
 * process: it remembers what it wrote.
 *
 * @see xAPI 1.0.3, Communication
 */
export function createXapiHandler(
  options: XapiOptions,
): (req: IncomingMessage, res: ServerResponse) => void {
  const endpoint = openEndpoint(options)
  return (req, res) => {
    void respond(endpoint, req, res)
  }
}

type Call = { credential: Credential; request: XapiRequest }
type Endpoint = {
  authenticated: ReturnType<typeof authenticate>
  finder: StatementFinder
  writing: Writing
  onFailure: (error: unknown) => void
}

function openEndpoint(options: XapiOptions): Endpoint {
  const { bank, statements, iriBase, now, onFailure = console.error } = options
  const store = openStatementStore(statements, { iriBase, now })
  return {
    authenticated: authenticate(bank),
    finder: statementFinder(statements, store.terms),
    writing: { store, pseudonymise: pseudonymiser(statements) },
    onFailure,
  }
}

async function respond(
  endpoint: Endpoint,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  let withoutBody = req.method === 'HEAD'
  const answer = await readRequest(req)
    .then((request) => {
      withoutBody = request.method === 'HEAD'
      return route(endpoint, request)
    })
    .catch((error) => {
      // A learner who left while sending is no failure of ours.
      if (!(error instanceof Refusal || req.errored)) endpoint.onFailure(error)
      return errorAnswer(error)
    })
  if (locate(req).path === '/statements') {
    const consistent = new Date(endpoint.writing.store.clock.consistentThrough()).toISOString()
    answer.headers = { ...answer.headers, 'X-Experience-API-Consistent-Through': consistent }
  }
  if (!res.destroyed) sendAnswer(res, answer, withoutBody)
}

/**
 * Resources of the standard that a later issue builds: said plainly rather than half answered.
 */
const notBuilt = new Set([
  '/activities',
  '/activities/state',
  '/activities/profile',
  '/agents',
  '/agents/profile',
])

async function route(endpoint: Endpoint, request: XapiRequest): Promise<Answer> {
  const { path } = request
  if (request.method === 'OPTIONS') return preflightAnswer()
  if (path === '/about') return about(request)
  if (path !== '/statements' && !notBuilt.has(path)) {
    throw new Refusal(404, 'resource.unknown', `there is no resource ${path}`)
  }
  checkVersion(request)
  const credential = endpoint.authenticated(request.header('authorization'))
  if (!credential)
    throw new Refusal(401, 'credential.unknown', 'the key or its secret is wrong')
  if (path !== '/statements') {
    throw new Refusal(501, 'resource.not-built', `${path} is not built yet`)
  }
  return onStatements(endpoint, { credential, request })
}

async function onStatements(
  endpoint: Endpoint,
  { credential, request }: Call,
): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (method === 'GET') {
    checkScope(credential, mayRead, method)
    return getStatements(endpoint.finder, credential.organisationId, request)
  }
  if (method !== 'PUT' && method !== 'POST') {
    throw new Refusal(405, 'request.method', `${method} is not for this resource`)
  }
  checkScope(credential, mayWrite, method)
  const write = method === 'PUT' ? putStatement : postStatements
  return write(endpoint.writing, credential, request)
}

/** @see xAPI 1.0.3, Communication 2.8: no authentication, and no version needed */
function about({ method }: XapiRequest): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new Refusal(405, 'request.method', `${method} is not for this resource`)
  }
  return jsonAnswer({ version: ['1.0.3'] })
}

/** @see xAPI 1.0.3, Communication 3.3 */
function checkVersion(request: XapiRequest): void {
  const version = request.header('x-experience-api-version')
  if (version === undefined) {
    throw new Refusal(400, 'version.missing', 'X-Experience-API-Version is required')
  }
  if (!/^1\.0(\.\d+)?$/.test(version)) {
    throw new Refusal(400, 'version.unknown', `version ${version} is not 1.0.x`)
  }
}

const mayWrite: readonly LrsScope[] = ['all', 'add']
const mayRead: readonly LrsScope[] = ['all', 'read']

function checkScope({ scope }: Credential, allowed: readonly LrsScope[], method: string): void {
  if (allowed.includes(scope)) return
  throw new Refusal(403, 'credential.scope', `a key that may only ${scope} cannot ${method}`)
}
