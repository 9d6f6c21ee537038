import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import type { LrsScope } from '#app/db/schema/bank/lrs-credentials.ts'
import { authenticate, type Credential } from './credentials.server.ts'
import { getActivity, getPerson } from './described.server.ts'
import { type DocumentStore, openDocumentStore } from './documents/document-store.server.ts'
import { type DocumentCall, onDocuments } from './documents/on-documents.server.ts'
import { checkPackageRights } from './documents/package-rights.ts'
import { type Asked, documentResources } from './documents/place.ts'
import {
  type Answer,
  errorAnswer,
  jsonAnswer,
  preflightAnswer,
  sendAnswer,
} from './http/answer.server.ts'
import { packageRate, type Rate, rateLimit } from './http/rate-limit.ts'
import { Refusal } from './http/refusal.ts'
import { bothVersions, requiredVersion, type Version, versionNamed } from './http/version.ts'
import {
  bodyPatience,
  locate,
  readRequest,
  type XapiRequest,
} from './http/xapi-request.server.ts'
import { pseudonymiser } from './pseudonyms.server.ts'
import { type StatementFinder, statementFinder } from './statements/find-statements.server.ts'
import { getStatements } from './statements/get-statements.server.ts'
import { openStatementStore } from './statements/statement-store.server.ts'
import {
  postStatements,
  putStatement,
  type Writing,
} from './statements/write-statements.server.ts'
import { trialStamp } from './trial-stamp.server.ts'

export type XapiOptions = {
  /** Where the keys are. */
  bank: Bank
  statements: StatementsDb
  /** The installation's permanent prefix of activity ids, without a slash at its end. */
  iriBase: string
  now: () => Date
  /** Milliseconds that the body of a request may take; a minute when not said. */
  patience?: number
  /** How often whoever holds a package's key may ask from one address. */
  rate?: Rate
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

type Call = { credential: Credential; request: XapiRequest; version: Version }
type Endpoint = {
  iriBase: string
  patience: number
  documents: DocumentStore
  authenticated: ReturnType<typeof authenticate>
  finder: StatementFinder
  writing: Writing
  /** Asked before each request of a package. */
  limit: (who: string) => void
  onFailure: (error: unknown) => void
}

function openEndpoint(options: XapiOptions): Endpoint {
  const {
    bank,
    statements,
    iriBase,
    now,
    onFailure = console.error,
    patience = bodyPatience,
    rate = packageRate,
  } = options
  const stamp = trialStamp(bank, iriBase)
  const store = openStatementStore(statements, { iriBase, now, stamp })
  return {
    iriBase,
    patience,
    documents: openDocumentStore(statements, now),
    authenticated: authenticate(bank),
    finder: statementFinder(statements, store.terms),
    writing: { iriBase, store, pseudonymise: pseudonymiser(statements) },
    limit: rateLimit(rate, now),
    onFailure,
  }
}

async function respond(
  endpoint: Endpoint,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  let withoutBody = req.method === 'HEAD'
  let version = '1.0.3'
  const answer = await readRequest(req, endpoint.patience)
    .then((request) => {
      withoutBody = request.method === 'HEAD'
      version = versionSaid(request)
      return route(endpoint, request)
    })
    .catch((error) => {
      // A learner who left while sending is no failure of ours.
      if (!(error instanceof Refusal || req.errored)) endpoint.onFailure(error)
      return errorAnswer(error)
    })
  answer.headers = { ...answer.headers, 'X-Experience-API-Version': version }
  if (locate(req).path === '/statements') {
    const consistent = new Date(endpoint.writing.store.clock.consistentThrough()).toISOString()
    answer.headers = { ...answer.headers, 'X-Experience-API-Consistent-Through': consistent }
  }
  if (!res.destroyed) sendAnswer(res, answer, withoutBody)
}

/**
 * The version that an answer is in. A request without the header is of the one version that had none,
 * whose resources are refused; ours is said where another is asked for.
 *
 * @see xAPI 1.0.3, Communication 3.3
 */
function versionSaid({ path, header }: XapiRequest): string {
  const asked = header('x-experience-api-version')
  if (asked === undefined && resources.has(path)) return '0.9'
  return versionNamed(asked) ?? '1.0.3'
}

/** What is answered at each path once it is known who asks. */
const resources = new Map<string, Resource>([
  ['/statements', onStatements],
  ['/agents', onDescribed(getPerson)],
  ['/activities', onDescribed(getActivity)],
  ...[...documentResources].map(([path, resource]): [string, Resource] => [
    path,
    (endpoint, call) => onDocuments(resource, documentCall(endpoint, call)),
  ]),
])

type Resource = (endpoint: Endpoint, call: Call) => Answer | Promise<Answer>

async function route(endpoint: Endpoint, request: XapiRequest): Promise<Answer> {
  const { path } = request
  if (request.method === 'OPTIONS') return preflightAnswer()
  if (path === '/about') return about(request)
  const answer = resources.get(path)
  if (!answer) throw new Refusal(404, 'resource.unknown', `there is no resource ${path}`)
  const version = requiredVersion(request.header('x-experience-api-version'))
  const credential = endpoint.authenticated(request.header('authorization'))
  if (!credential)
    throw new Refusal(401, 'credential.unknown', 'the key or its secret is wrong')
  // It is in the hands of every learner.
  if (credential.scope === 'add') endpoint.limit(`${credential.key} ${request.from}`)
  return answer(endpoint, { credential, request, version })
}

/** What is told of agents and activities comes from statements: who reads those reads this. */
function onDescribed(tell: typeof getPerson): Resource {
  return ({ finder }, { credential, request }) => {
    checkScope(credential, mayRead, request.method)
    return tell(finder, credential.organisationId, request)
  }
}

function documentCall({ documents, iriBase }: Endpoint, call: Call): DocumentCall {
  const { credential, request } = call
  const checkRights = (asked: Asked) => {
    if (credential.scope === 'add') checkPackageRights(credential, asked, iriBase)
    else checkScope(credential, isReading(request) ? mayRead : mayWrite, request.method)
  }
  return { ...call, store: documents, checkRights }
}

function isReading({ method }: XapiRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

async function onStatements(
  endpoint: Endpoint,
  { credential, request, version }: Call,
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
  return write(endpoint.writing, credential, { request, version })
}

/** @see xAPI 1.0.3, Communication 2.8: no authentication, and no version needed */
function about({ method }: XapiRequest): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new Refusal(405, 'request.method', `${method} is not for this resource`)
  }
  return jsonAnswer({ version: bothVersions })
}

const mayWrite: readonly LrsScope[] = ['all', 'add']
const mayRead: readonly LrsScope[] = ['all', 'read']

function checkScope({ scope }: Credential, allowed: readonly LrsScope[], method: string): void {
  if (allowed.includes(scope)) return
  throw new Refusal(403, 'credential.scope', `a key that may only ${scope} cannot ${method}`)
}
