import type { DocumentKind } from '#app/db/schema/statements/documents.ts'
import {
  onlyParameters,
  readActor,
  readIri,
  readTimestamp,
  readUuid,
  refuseParameter,
} from '../http/parameters.ts'
import { identifierOf } from '../statements/identifier.ts'
import type { XapiActor } from '../statements/xapi-statement.ts'

/** Which documents a request is about; what its kind does not have, or was not given, is empty. */
export type Place = {
  kind: DocumentKind
  activityId: string
  agent: XapiActor | null
  /** What identifies the agent. */
  agentId: string
  registration: string
}

/** One document of a place, or all of them. */
export type Asked = {
  place: Place
  /** `stateId` or `profileId`; `null` asks for all of the place. */
  documentId: string | null
  /** Milliseconds since 1970: only those that were stored after it. */
  since: number | null
}

/** By path: what is kept there, and what its address may say. */
export const documentResources = new Map<string, Resource>([
  [
    '/activities/state',
    resource('state', ['activityId', 'agent'], ['registration', 'stateId']),
  ],
  ['/activities/profile', resource('activity-profile', ['activityId'], ['profileId'])],
  ['/agents/profile', resource('agent-profile', ['agent'], ['profileId'])],
])

export type Resource = {
  kind: DocumentKind
  required: readonly string[]
  known: ReadonlySet<string>
  idName: 'stateId' | 'profileId'
}

function resource(kind: DocumentKind, required: string[], others: string[]): Resource {
  const idName = kind === 'state' ? 'stateId' : 'profileId'
  return { kind, required, known: new Set([...required, ...others, 'since']), idName }
}

/**
 * Reads which documents a request is about.
 *
 * @throws Refusal 400 on a parameter that is missing, unknown, repeated, malformed or out of place
 * @see xAPI 1.0.3, Communication 2.3, 2.6 and 2.7
 */
export function readAsked(resource: Resource, method: string, query: URLSearchParams): Asked {
  onlyParameters(query, resource.known)
  for (const name of resource.required) {
    if (!query.has(name)) refuseParameter(name, 'is required')
  }
  const documentId = query.get(resource.idName)
  if (documentId === '') refuseParameter(resource.idName, 'must not be empty')
  if (documentId === null && !mayAskForAll(resource, method)) {
    refuseParameter(resource.idName, 'is required')
  }
  if (query.has('since') && method !== 'GET') refuseParameter('since', 'goes only with GET')
  const agent = readActor(query, 'agent')
  const place = {
    kind: resource.kind,
    activityId: readIri(query, 'activityId') ?? '',
    agent,
    agentId: agent ? identifierOf(agent)! : '',
    registration: readUuid(query, 'registration')?.toLowerCase() ?? '',
  }
  return { place, documentId, since: readTimestamp(query, 'since') }
}

/** Profiles are taken away one by one; states also all at once. */
function mayAskForAll({ kind }: Resource, method: string): boolean {
  return method === 'GET' || (method === 'DELETE' && kind === 'state')
}
