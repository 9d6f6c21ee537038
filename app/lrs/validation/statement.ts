import { verbs } from '#content-schema/statements/vocabulary.ts'
import { identifierOf } from '../statements/identifier.ts'
import type { XapiActor, XapiStatement } from '../statements/xapi-statement.ts'
import { checkActivity } from './activity.ts'
import { checkActor, checkAgent, checkGroup } from './actor.ts'
import { checkAttachments } from './attachments.ts'
import { checkContext } from './context.ts'
import { checkResult } from './result.ts'
import { checkAnyObject, checkObject, checkString, type Json, refuse } from './shape.ts'
import { checkStatementRef } from './statement-ref.ts'
import { checkTimestamp } from './timestamp.ts'
import { checkUuid } from './uuid.ts'
import { checkVerb } from './verb.ts'

const subKeys = ['actor', 'verb', 'object', 'result', 'context', 'timestamp', 'attachments']
const statementKeys = new Set(['id', 'stored', 'authority', 'version', ...subKeys])
const subStatementKeys = new Set(['objectType', ...subKeys])

/**
 * Refuses what the standard says a statement cannot be.
 *
 * @throws Refusal 400 naming the place and the rule
 * @see xAPI 1.0.3, Data 2.2 to 2.4
 */
export function checkStatement(value: unknown): asserts value is XapiStatement {
  checkObject(value, '', statementKeys)
  if ('id' in value) checkUuid(value.id, 'id')
  if ('stored' in value) checkTimestamp(value.stored, 'stored')
  if ('authority' in value) checkAuthority(value.authority)
  if ('version' in value) checkVersion(value.version)
  checkParts(value, '')
  checkVoiding(value)
}

/**
 * What a statement and a SubStatement have in common. `prefix` ends with a dot, or is empty.
 */
function checkParts(statement: Json, prefix: string): void {
  checkActor(statement.actor, `${prefix}actor`)
  checkVerb(statement.verb, `${prefix}verb`)
  const kind = checkStatementObject(statement.object, `${prefix}object`, prefix === '')
  if ('result' in statement) checkResult(statement.result, `${prefix}result`)
  if ('context' in statement) {
    checkContext(statement.context, `${prefix}context`, kind === 'Activity')
  }
  if ('timestamp' in statement) checkTimestamp(statement.timestamp, `${prefix}timestamp`)
  if ('attachments' in statement) {
    checkAttachments(statement.attachments, `${prefix}attachments`)
  }
}

/** @returns what kind of object it is; an object that does not say is an Activity */
function checkStatementObject(value: unknown, path: string, mayNest: boolean): string {
  checkAnyObject(value, path)
  const kind = 'objectType' in value ? value.objectType : 'Activity'
  if (kind === 'Activity') checkActivity(value, path)
  else if (kind === 'Agent') checkAgent(value, path)
  else if (kind === 'Group') checkGroup(value, path)
  else if (kind === 'StatementRef') checkStatementRef(value, path)
  else if (kind === 'SubStatement' && mayNest) checkSubStatement(value, path)
  else refuse(`${path}.objectType`, 'is not a kind of object that may stand here')
  return kind
}

/**
 * @see xAPI 1.0.3, Data 2.4.4.3: no id, stored, version, authority, nor another SubStatement
 */
function checkSubStatement(value: Json, path: string): void {
  checkObject(value, path, subStatementKeys)
  checkParts(value, `${path}.`)
}

/**
 * An Agent, or a Group without identifier of an application and its user.
 *
 * @see xAPI 1.0.3, Data 2.4.9
 */
function checkAuthority(value: unknown): void {
  checkActor(value, 'authority')
  const authority = value as XapiActor
  if (authority.objectType !== 'Group') return
  if (authority.member?.length !== 2 || identifierOf(authority) !== null) {
    refuse('authority', 'must be an Agent, or a Group of an application and its user only')
  }
}

function checkVersion(value: unknown): void {
  checkString(value, 'version')
  if (!/^1\.0(\.\d+)?$/.test(value)) refuse('version', 'must be 1.0 or start with 1.0.')
}

/** @see xAPI 1.0.3, Data 2.3.2 */
function checkVoiding(statement: Json): void {
  const { id } = statement.verb as { id: string }
  const { objectType } = statement.object as { objectType?: string }
  if (id === verbs.voided && objectType !== 'StatementRef') {
    refuse('object.objectType', 'must be StatementRef when the verb is voided')
  }
}
