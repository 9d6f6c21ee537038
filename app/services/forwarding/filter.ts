import type { StoredStatement, XapiActivity } from '#app/lrs/statements/xapi-statement.ts'
import { parseActivity } from '#content-schema/statements/activities.ts'
import { trialCategory } from '#content-schema/statements/trial.ts'
import { verbs } from '#content-schema/statements/vocabulary.ts'

export type ForwardingFilter = {
  /** Empty: all, those of no module of ours among them. */
  moduleIds: string[]
  /** Empty: all. */
  verbIds: string[]
  /** Whether what is told in trials goes too. */
  trials: boolean
}

/** Whether a target wants a statement. A correction goes where what it corrects went: see {@link aimOf}. */
export function wants(
  { moduleIds, verbIds, trials }: ForwardingFilter,
  told: StoredStatement,
  iriBase: string,
): boolean {
  if (!trials && around(told, 'category').some(({ id }) => id === trialCategory)) return false
  if (verbIds.length > 0 && !verbIds.includes(told.verb.id)) return false
  return moduleIds.length === 0 || modulesOf(told, iriBase).some((id) => moduleIds.includes(id))
}

/** The id of the statement that a correction takes out; `null` for any other statement. */
export function aimOf({ verb, object }: StoredStatement): string | null {
  return verb.id === verbs.voided && object.objectType === 'StatementRef' ? object.id : null
}

/** Under a launch of an LMS only the grouping is ours. */
function modulesOf(told: StoredStatement, iriBase: string): string[] {
  const { object } = told
  const isActivity = object.objectType === undefined || object.objectType === 'Activity'
  const named = [
    ...(isActivity ? [object as XapiActivity] : []),
    ...around(told, 'grouping'),
    ...around(told, 'parent'),
  ]
  return named.flatMap(({ id }) => parseActivity(iriBase, id)?.moduleId ?? [])
}

function around(
  { context }: StoredStatement,
  place: 'category' | 'grouping' | 'parent',
): XapiActivity[] {
  return [context?.contextActivities?.[place] ?? []].flat()
}
