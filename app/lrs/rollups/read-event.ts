import { parseActivity } from '#content-schema/statements/activities.ts'
import { trialCategory } from '#content-schema/statements/trial.ts'
import { extensions, verbs } from '#content-schema/statements/vocabulary.ts'
import { identifierOf } from '../statements/identifier.ts'
import type { StoredStatement, XapiActivity, XapiActor } from '../statements/xapi-statement.ts'
import { durationMs } from '../validation/duration.ts'
import { timestampMs } from '../validation/timestamp.ts'
import { isOpinion, type OpinionGiven, readOpinion } from './read-opinion.ts'
import { isShortText, longest } from './short-text.ts'

/** What a statement of our profile says, reduced to what is counted. */
export type AttemptEvent = {
  statementId: string
  /** Milliseconds since 1970, UTC: when it happened, by the learner's clock. */
  at: number
  actor: string
  /** The export it comes from, as it says itself; `null` when it does not. */
  packageId: string | null
  attempt: AttemptName
  what: Happening
}

/** An attempt is a registration at an edition: another edition is another attempt. */
export type AttemptName = {
  registration: string
  moduleId: string
  major: number
  minor: number
  digest: string
}

type Happening =
  | { kind: 'completed' }
  | { kind: 'judged'; passed: boolean }
  | { kind: 'section'; sectionId: string; activeMs: number }
  | { kind: 'answer'; sectionId: string | null; answer: Answer }
  | OpinionGiven
  | { kind: 'other' }

export type Answer = {
  questionId: string
  keyDigest: string
  /** 1 for the first. */
  tryNumber: number
  /** Thousandths. */
  mark: number
  success: boolean
  response: string
}

/**
 * @returns `null` when the statement is not of our profile: it is kept, and counts for nothing
 */
export function readEvent(statement: StoredStatement, iriBase: string): AttemptEvent | null {
  if (statement.verb.id === verbs.voided || isOfTrial(statement)) return null
  const attempt = readAttempt(statement, iriBase)
  const at = timestampMs(statement.timestamp)
  if (!attempt || at === null) return null
  return {
    statementId: statement.id.toLowerCase(),
    at,
    actor: actorOf(statement.actor),
    packageId: packageOf(statement),
    attempt,
    what: readHappening(statement, iriBase, attempt.moduleId),
  }
}

/** What target learners do before a module is published is no figure of its editions. */
function isOfTrial({ context }: StoredStatement): boolean {
  const categories = activitiesOf(context?.contextActivities?.category)
  return categories.some(({ id }) => id === trialCategory)
}

function readAttempt({ context }: StoredStatement, iriBase: string): AttemptName | null {
  const digest = context?.extensions?.[extensions.digest]
  if (!context?.registration || !isShortText(digest)) return null
  for (const { id } of activitiesOf(context.contextActivities?.grouping)) {
    const activity = parseActivity(iriBase, id)
    if (activity?.kind !== 'edition' || !isShortText(activity.moduleId)) continue
    const { moduleId, edition } = activity
    return { registration: context.registration.toLowerCase(), moduleId, ...edition, digest }
  }
  return null
}

function packageOf({ context }: StoredStatement): string | null {
  const packageId = context?.extensions?.[extensions.packageId]
  return isShortText(packageId) ? packageId : null
}

function readHappening(
  { verb, object, result, context }: StoredStatement,
  iriBase: string,
  moduleId: string,
): Happening {
  const about = 'id' in object && object.objectType !== 'StatementRef' ? object.id : ''
  const activity = parseActivity(iriBase, about)
  if (isOpinion(verb.id)) {
    const opinion = activity?.moduleId === moduleId && readOpinion(verb.id, result, activity)
    return opinion || { kind: 'other' }
  }
  if (activity?.kind === 'section' && activity.moduleId === moduleId) {
    if (verb.id !== verbs.experienced || !isShortText(activity.sectionId))
      return { kind: 'other' }
    const activeMs = durationMs(result?.duration ?? '') ?? 0
    return { kind: 'section', sectionId: activity.sectionId, activeMs }
  }
  if (activity?.kind === 'question' && activity.moduleId === moduleId) {
    if (verb.id !== verbs.answered) return { kind: 'other' }
    const sectionId = parentSection(context?.contextActivities?.parent, iriBase)
    return { kind: 'answer', sectionId, answer: readAnswer(activity, result) }
  }
  // Passing an assessment of a module is not passing the module.
  if (activity?.kind === 'assessment') return { kind: 'other' }
  return onModule(verb.id)
}

function onModule(verbId: string): Happening {
  if (verbId === verbs.completed) return { kind: 'completed' }
  if (verbId === verbs.passed) return { kind: 'judged', passed: true }
  if (verbId === verbs.failed) return { kind: 'judged', passed: false }
  return { kind: 'other' }
}

function readAnswer(
  { questionId, keyDigest }: { questionId: string; keyDigest: string },
  result: StoredStatement['result'],
): Answer {
  const success = result?.success === true
  const scaled = result?.score?.scaled ?? Number(success)
  const tryNumber = result?.extensions?.[extensions.tryNumber]
  return {
    questionId: questionId.slice(0, longest),
    keyDigest: keyDigest.slice(0, longest),
    tryNumber: isTryNumber(tryNumber) ? tryNumber : 1,
    mark: Math.round(1000 * Math.min(1, Math.max(0, scaled))),
    success,
    response: (result?.response ?? '').slice(0, 200),
  }
}

function parentSection(parent: unknown, iriBase: string): string | null {
  for (const { id } of activitiesOf(parent as XapiActivity[] | undefined)) {
    const activity = parseActivity(iriBase, id)
    if (activity?.kind === 'section' && isShortText(activity.sectionId))
      return activity.sectionId
  }
  return null
}

function activitiesOf(activities: XapiActivity | XapiActivity[] | undefined): XapiActivity[] {
  return [activities ?? []].flat()
}

/** A package allows ten tries at most. */
function isTryNumber(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1000
}

/** A group without an identifier counts as one learner, whoever was in it. */
function actorOf(actor: XapiActor): string {
  return identifierOf(actor) ?? 'group'
}
