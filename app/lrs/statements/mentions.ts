import type { TermKind } from '#app/db/schema/statements/index.ts'
import { identifierOf } from './identifier.ts'
import type {
  StatementObject,
  StatementParts,
  XapiActivity,
  XapiActor,
  XapiContext,
  XapiStatement,
} from './xapi-statement.ts'

/** Something a statement can be found by. */
export type Mention = { kind: TermKind; value: string; direct: boolean }

/**
 * All that filters find a statement by. `direct` is what the plain filters compare: the actor
 * and the object, and the members of a group that is one of them.
 *
 * @see xAPI 1.0.3, Communication 2.1.3, the parameters of GET
 */
export function mentionsOf(statement: XapiStatement): Mention[] {
  const mentions: Mention[] = [{ kind: 'verb', value: statement.verb.id, direct: true }]
  const { registration } = statement.context ?? {}
  if (registration) {
    mentions.push({ kind: 'registration', value: registration.toLowerCase(), direct: true })
  }
  addParts(mentions, statement, true)
  if (statement.authority) addActor(mentions, statement.authority, false)
  return mentions
}

function addParts(mentions: Mention[], parts: StatementParts, direct: boolean): void {
  addActor(mentions, parts.actor, direct)
  addObject(mentions, parts.object, direct)
  if (parts.context) addContext(mentions, parts.context)
}

function addObject(mentions: Mention[], object: StatementObject, direct: boolean): void {
  if (object.objectType === 'StatementRef') return
  if (object.objectType === 'SubStatement') addParts(mentions, object, false)
  else if (isActor(object)) addActor(mentions, object, direct)
  else mentions.push({ kind: 'activity', value: object.id, direct })
}

function isActor(object: XapiActivity | XapiActor): object is XapiActor {
  return object.objectType === 'Agent' || object.objectType === 'Group'
}

function addContext(mentions: Mention[], context: XapiContext): void {
  if (context.instructor) addActor(mentions, context.instructor, false)
  if (context.team) addActor(mentions, context.team, false)
  for (const { agent } of context.contextAgents ?? []) addActor(mentions, agent, false)
  for (const { group } of context.contextGroups ?? []) addActor(mentions, group, false)
  for (const activities of Object.values(context.contextActivities ?? {})) {
    for (const { id } of [activities].flat() as XapiActivity[]) {
      mentions.push({ kind: 'activity', value: id, direct: false })
    }
  }
}

function addActor(mentions: Mention[], actor: XapiActor, direct: boolean): void {
  const identifier = identifierOf(actor)
  if (identifier !== null) mentions.push({ kind: 'agent', value: identifier, direct })
  for (const member of actor.member ?? []) addActor(mentions, member, direct)
}
