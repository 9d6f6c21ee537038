import { type Answer, jsonAnswer } from './http/answer.server.ts'
import { onlyParameters, readActor, readIri, refuseParameter } from './http/parameters.ts'
import { Refusal } from './http/refusal.ts'
import type { XapiRequest } from './http/xapi-request.server.ts'
import type { StatementFinder } from './statements/find-statements.server.ts'
import { identifierOf } from './statements/identifier.ts'
import { mapActors } from './statements/map-actors.ts'
import type { Filters } from './statements/read-query.ts'
import type {
  StatementParts,
  StoredStatement,
  XapiActivity,
} from './statements/xapi-statement.ts'

/** What is told of an agent or an activity comes from this many of its last statements. */
const statementsRead = 50

/**
 * An agent as a Person: the identifier asked for, and the names it had. Identifiers are never
 * joined: only an organisation knows which of them are one person.
 *
 * @throws Refusal 400 or 405
 * @see xAPI 1.0.3, Communication 2.4
 */
export function getPerson(
  finder: StatementFinder,
  organisationId: string,
  request: XapiRequest,
): Answer {
  const actor = onlyOne(request, 'agent', readActor)
  const agent = identifierOf(actor)!
  const names = new Set(actor.name === undefined ? [] : [actor.name])
  for (const statement of last(finder, organisationId, { agent })) {
    mapActors(statement, (each) => {
      if (identifierOf(each) === agent && each.name) names.add(each.name)
      return each
    })
  }
  const { objectType: _type, name: _name, member: _member, ...identifier } = actor
  const lists = Object.entries(identifier).map(([key, value]) => [key, [value]])
  return jsonAnswer({
    objectType: 'Person',
    ...(names.size > 0 && { name: [...names] }),
    ...Object.fromEntries(lists),
  })
}

/**
 * An activity with all that statements said of it, later ones over earlier ones; one that was never
 * mentioned has its id alone.
 *
 * @throws Refusal 400 or 405
 * @see xAPI 1.0.3, Communication 2.5
 */
export function getActivity(
  finder: StatementFinder,
  organisationId: string,
  request: XapiRequest,
): Answer {
  const activity = onlyOne(request, 'activityId', readIri)
  const definitions = last(finder, organisationId, { activity, relatedActivities: true })
    .flatMap(activitiesIn)
    .filter(({ id, definition }) => id === activity && definition)
    .map(({ definition }) => definition!)
  const definition = definitions.reduceRight(withLater, {})
  return jsonAnswer({
    objectType: 'Activity',
    id: activity,
    ...(definitions.length > 0 && { definition }),
  })
}

function onlyOne<Value>(
  { method, query }: XapiRequest,
  name: string,
  read: (query: URLSearchParams, name: string) => Value | null,
): Value {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new Refusal(405, 'request.method', `${method} is not for this resource`)
  }
  onlyParameters(query, new Set([name]))
  return read(query, name) ?? refuseParameter(name, 'is required')
}

/** The latest first. */
function last(
  finder: StatementFinder,
  organisationId: string,
  wanted: Partial<Filters>,
): StoredStatement[] {
  const none = { agent: null, verb: null, activity: null, registration: null }
  const anyTime = { since: null, until: null, cursor: null, ascending: false }
  const plain = { relatedAgents: false, relatedActivities: false, limit: statementsRead }
  const { payloads } = finder.page(organisationId, { ...none, ...anyTime, ...plain, ...wanted })
  return payloads.map((payload) => JSON.parse(payload))
}

function activitiesIn({ object, context }: StatementParts): XapiActivity[] {
  const around = Object.values(context?.contextActivities ?? {}).flat()
  if (object.objectType === 'SubStatement') return [...activitiesIn(object), ...around]
  const isActivity = object.objectType === undefined || object.objectType === 'Activity'
  return isActivity ? [object as XapiActivity, ...around] : around
}

type Definition = Record<string, unknown>

/** Names and descriptions in other languages are kept. */
function withLater(earlier: Definition, later: Definition): Definition {
  const both = { ...earlier, ...later }
  for (const key of ['name', 'description']) {
    if (earlier[key] && later[key]) both[key] = { ...earlier[key], ...later[key] }
  }
  return both
}
