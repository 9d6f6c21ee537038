import { parseActivity } from '#content-schema/statements/activities.ts'
import { opinionVerbs, verbs } from '#content-schema/statements/vocabulary.ts'
import type { Credential } from '../credentials.server.ts'
import { Refusal } from '../http/refusal.ts'
import type { XapiActivity, XapiStatement } from './xapi-statement.ts'

/** Bytes of one statement: a browser lets no more outlive its page. */
export const packageStatementLimit = 64 * 1024

/** Those of our profile, among which are cmi5's; nothing is taken out by a package. */
const { voided: _voided, ...told } = verbs
const spoken = new Set<string>([...Object.values(told), ...Object.values(opinionVerbs)])

/**
 * A package's key is in the hands of all its learners: it tells of its own module, in the words that
 * packages have. Of any edition: a thin package plays later ones than the one inside it. A key to
 * add that belongs to no package is given to a system, and is not held to this.
 *
 * @throws Refusal 403, or 413 when the statement is larger than {@link packageStatementLimit}
 */
export function checkPackageStatement(
  { scope, moduleId }: Credential,
  statement: XapiStatement,
  iriBase: string,
): void {
  if (scope !== 'add' || moduleId === null) return
  if (!spoken.has(statement.verb.id)) refuse(`does not tell that somebody ${statement.verb.id}`)
  const tellsOfOwn = activitiesOf(statement).some(
    ({ id }) => parseActivity(iriBase, id)?.moduleId === moduleId,
  )
  if (!tellsOfOwn) refuse('only tells of its own module')
  if (Buffer.byteLength(JSON.stringify(statement)) <= packageStatementLimit) return
  throw new Refusal(
    413,
    'statement.too-large',
    `a package's statement may have ${packageStatementLimit} bytes`,
  )
}

/** An LMS gives a launch an activity of its own: ours then stands in the grouping. */
function activitiesOf({ object, context }: XapiStatement): XapiActivity[] {
  const grouping = [context?.contextActivities?.grouping ?? []].flat()
  const isActivity = object.objectType === undefined || object.objectType === 'Activity'
  return isActivity ? [object as XapiActivity, ...grouping] : grouping
}

function refuse(rule: string): never {
  throw new Refusal(403, 'credential.scope', `the key of a package ${rule}`)
}
