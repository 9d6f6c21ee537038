import { verbs } from '#content-schema/statements/vocabulary.ts'
import type { Version } from '../http/version.ts'
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
 * @param version the one that its request speaks
 * @see xAPI 1.0.3, Data 2.2 to 2.4; xAPI 2.0 (IEEE 9274.1.1) 4.2
 */
export function checkStatement(
  value: unknown,
  version: Version,
): asserts value is XapiStatement {
  checkObject(value, '', statementKeys)
  if ('id' in value) checkUuid(value.id, 'id')
  if ('stored' in value) checkTimestamp(value.stored, 'stored')
  if ('authority' in value) checkAuthority(value.authority)
  if ('version' in value) checkVersion(value.version, version)
  checkParts(value, { prefix: '', version })
  checkVoiding(value)
}

/** `prefix` ends with a dot, or is empty. */
type Within = { prefix: string; version: Version }

/** What a statement and a SubStatement have in common. */
function checkParts(statement: Json, { prefix, version }: Within): void {
  checkActor(statement.actor, `${prefix}actor`)
  checkVerb(statement.verb, `${prefix}verb`)
  const kind = checkStatementObject(statement.object, { prefix, version })
  if ('result' in statement) checkResult(statement.result, `${prefix}result`)
  if ('context' in statement) {
    checkContext(statement.context, `${prefix}context`, {
      aboutActivity: kind === 'Activity',
      version,
    })
  }
  if ('timestamp' in statement) checkTimestamp(statement.timestamp, `${prefix}timestamp`)
  if ('attachments' in statement) {
    checkAttachments(statement.attachments, `${prefix}attachments`)
  }
}

/** @returns what kind of object it is; an object that does not say is an Activity */
function checkStatementObject(value: unknown, { prefix, version }: Within): string {
  const path = `${prefix}object`
  checkAnyObject(value, path)
  const kind = 'objectType' in value ? value.objectType : 'Activity'
  if (kind === 'Activity') checkActivity(value, path)
  else if (kind === 'Agent') checkAgent(value, path)
  else if (kind === 'Group') checkGroup(value, path)
  else if (kind === 'StatementRef') checkStatementRef(value, path)
  else if (kind === 'SubStatement' && prefix === '') checkSubStatement(value, version)
  else refuse(`${path}.objectType`, 'is not a kind of object that may stand here')
  return kind
}

/**
 * @see xAPI 1.0.3, Data 2.4.4.3: no id, stored, version, authority, nor another SubStatement
 */
function checkSubStatement(value: Json, version: Version): void {
  checkObject(value, 'object', subStatementKeys)
  checkParts(value, { prefix: 'object.', version })
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

/** The second version takes in what the first one wrote. */
function checkVersion(value: unknown, version: Version): void {
  checkString(value, 'version')
  const known = version === '2.0.0' ? /^[12]\.0(\.\d+)?$/ : /^1\.0(\.\d+)?$/
  if (!known.test(value)) refuse('version', `is none that a request of ${version} may bring`)
}

/** @see xAPI 1.0.3, Data 2.3.2 */
function checkVoiding(statement: Json): void {
  const { id } = statement.verb as { id: string }
  const { objectType } = statement.object as { objectType?: string }
  if (id === verbs.voided && objectType !== 'StatementRef') {
    refuse('object.objectType', 'must be StatementRef when the verb is voided')
  }
}
