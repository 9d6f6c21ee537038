import type { Version } from '../http/version.ts'
import { checkActivity } from './activity.ts'
import { checkActor, checkAgent, checkGroup } from './actor.ts'
import { checkExtensions } from './extensions.ts'
import { checkIri } from './iri.ts'
import { checkLanguage } from './language.ts'
import { checkEach, checkObject, checkString, type Json, refuse } from './shape.ts'
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
/** Also who else took part, by what they were there for. */
const secondChecks: typeof checks = {
  ...checks,
  contextAgents: (value, path) => checkEach(value, path, checkContextAgent),
  contextGroups: (value, path) => checkEach(value, path, checkContextGroup),
}
const secondKeys = new Set(Object.keys(secondChecks))
const activityKeys = new Set(['parent', 'grouping', 'category', 'other'])

/**
 * @param aboutActivity whether the statement's object is an Activity: only then can there be a
 *   revision or a platform of it
 * @see xAPI 1.0.3, Data 2.4.6; xAPI 2.0 (IEEE 9274.1.1) 4.2.2.5
 */
export function checkContext(
  value: unknown,
  path: string,
  { aboutActivity, version }: { aboutActivity: boolean; version: Version },
): void {
  const second = version === '2.0.0'
  checkObject(value, path, second ? secondKeys : keys)
  for (const key in value) secondChecks[key]!(value[key], `${path}.${key}`)
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

const contextAgentKeys = new Set(['objectType', 'agent', 'relevantTypes'])
const contextGroupKeys = new Set(['objectType', 'group', 'relevantTypes'])

function checkContextAgent(value: unknown, path: string): void {
  checkObject(value, path, contextAgentKeys)
  if (value.objectType !== 'contextAgent') refuse(`${path}.objectType`, 'must be contextAgent')
  checkAgent(value.agent, `${path}.agent`)
  checkRelevantTypes(value, path)
}

function checkContextGroup(value: unknown, path: string): void {
  checkObject(value, path, contextGroupKeys)
  if (value.objectType !== 'contextGroup') refuse(`${path}.objectType`, 'must be contextGroup')
  checkGroup(value.group, `${path}.group`)
  checkRelevantTypes(value, path)
}

function checkRelevantTypes(value: Json, path: string): void {
  if (!('relevantTypes' in value)) return
  checkEach(value.relevantTypes, `${path}.relevantTypes`, checkIri)
  if ((value.relevantTypes as unknown[]).length === 0)
    refuse(`${path}.relevantTypes`, 'must not be empty')
}
