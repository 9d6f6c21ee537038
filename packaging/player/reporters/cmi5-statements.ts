import type { Score } from '#content-schema/scoring/score-of.ts'
import type { Result, Statement } from '#content-schema/statements/statement.ts'
import { extensions } from '#content-schema/statements/vocabulary.ts'
import type { Cmi5Launch, LaunchData } from './cmi5-launch.ts'

/** A statement as it goes to the LMS: of the learner that it named, in its own way. */
export type Cmi5Statement = Omit<Statement, 'actor'> & { actor: Record<string, unknown> }

type Category = { id: string }
const categories = 'https://w3id.org/xapi/cmi5/context/categories/'
const cmi5: Category = { id: `${categories}cmi5` }
const moveOn: Category = { id: `${categories}moveon` }
const masteryScore = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'

/** A statement that a learner's session is made of: `cmi5 defined`. */
export function defined(
  statement: Statement,
  launch: Cmi5Launch,
  launchData: LaunchData,
): Cmi5Statement {
  const { result } = statement
  const counts = result?.success !== undefined || result?.completion !== undefined
  const made = inContext(statement, launch, launchData, counts ? [cmi5, moveOn] : [cmi5])
  // Only what is judged by it says it: 9.6.3.2-2.
  if (result?.success !== undefined && launchData.masteryScore !== undefined)
    made.context.extensions[masteryScore] = launchData.masteryScore
  return made
}

/** Any other, between the first and the last of them: `cmi5 allowed`. */
export function allowed(
  statement: Statement,
  launch: Cmi5Launch,
  launchData: LaunchData,
): Cmi5Statement {
  return inContext(statement, launch, launchData, [])
}

/**
 * Over ours, all that the template says, unchanged; after its activities, ours.
 *
 * @see cmi5 (Quartz) §9.6 and §10.2.1
 */
function inContext(
  statement: Statement,
  { actor, registration }: Cmi5Launch,
  { contextTemplate: template }: LaunchData,
  added: Category[],
): Cmi5Statement {
  const { context } = statement
  const { category, ...others } = context.contextActivities
  const ours: Record<string, unknown[]> = { ...others, category: [...added, ...category] }
  const theirs = template.contextActivities ?? {}
  const places = new Set([...Object.keys(theirs), ...Object.keys(ours)])
  const activities = [...places].map((place) => [
    place,
    [...[theirs[place] ?? []].flat(), ...(ours[place] ?? [])],
  ])
  return {
    ...statement,
    actor,
    context: {
      ...context,
      ...template,
      registration,
      contextActivities: Object.fromEntries(activities),
      extensions: { ...context.extensions, ...template.extensions },
    },
  }
}

/**
 * What is said of a verdict. `raw` goes only where it is whole, as cmi5 wants it; a score that the
 * threshold contradicts stays away.
 *
 * @see cmi5 (Quartz) §9.5.1
 */
export function verdict(
  passed: boolean,
  score: Score | null,
  duration: string,
  { masteryScore: mastery }: LaunchData,
): Result {
  const agrees = score && (mastery === undefined || passed === score.scaled >= mastery)
  const points = score && { raw: score.raw, min: score.min, max: score.max }
  const whole = points && Object.values(points).every(Number.isInteger)
  return {
    success: passed,
    duration,
    ...(agrees && { score: { scaled: score.scaled, ...(whole && points) } }),
  }
}

/** Progress is no news once completion was told. @see cmi5 (Quartz) §9.5.5.1 */
export function withoutProgress(statement: Statement): Statement {
  const { [extensions.progress]: progress, ...others } = statement.result?.extensions ?? {}
  if (progress === undefined) return statement
  return { ...statement, result: { ...statement.result, extensions: others } }
}
