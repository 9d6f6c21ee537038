import { checkActivity } from './activity.ts'
import { checkActor, checkGroup } from './actor.ts'
import { checkExtensions } from './extensions.ts'
import { checkLanguage } from './language.ts'
import { checkEach, checkObject, checkString, refuse } from './shape.ts'
import { checkStatementRef } from './statement-ref.ts'
import { checkUuid } from './uuid.ts'

const checks: Record<string, (value: unknown, path: string) => void> = {
  registration: checkUuid,
  instructor: checkActor,
  team: checkGroup,
  contextActivities: checkContextActivities,
  revision: checkString,
  platform: checkString,
  language: checkLanguage,
  statement: checkStatementRef,
  extensions: checkExtensions,
}
const keys = new Set(Object.keys(checks))
const activityKeys = new Set(['parent', 'grouping', 'category', 'other'])

/**
 * @param aboutActivity whether the statement's object is an Activity: only then can there be a
 *   revision or a platform of it
 * @see xAPI 1.0.3, Data 2.4.6
 */
export function checkContext(value: unknown, path: string, aboutActivity: boolean): void {
  checkObject(value, path, keys)
  for (const key in value) checks[key]!(value[key], `${path}.${key}`)
  if (aboutActivity) return
  if ('revision' in value) refuse(`${path}.revision`, 'goes only with an Activity as object')
  if ('platform' in value) refuse(`${path}.platform`, 'goes only with an Activity as object')
}

/** Each an array, or one Activity as version 0.95 wrote it. */
function checkContextActivities(value: unknown, path: string): void {
  checkObject(value, path, activityKeys)
  for (const key in value) {
    const activities = value[key]
    if (Array.isArray(activities)) checkEach(activities, `${path}.${key}`, checkActivity)
    else checkActivity(activities, `${path}.${key}`)
  }
}
