import type { Context } from '#content-schema/statements/statement.ts'
import { askLrs, lrsAddress, waitFor } from './ask-lrs.ts'
import type { XapiLaunch } from './reporter.ts'

/** What an LMS adds to the address of a unit. */
export type Cmi5Address = {
  endpoint: string
  /** Where the token is asked for, once. */
  fetch: string
  /** As it was given: statements and documents must name the learner in just this way. */
  actor: Record<string, unknown>
  registration: string
  activityId: string
}

/** The address with the token it gave. */
export type Cmi5Launch = XapiLaunch & Pick<Cmi5Address, 'registration' | 'activityId'>

/** What the LMS left for this launch. @see cmi5 (Quartz) §10.2 */
export type LaunchData = {
  contextTemplate: ContextTemplate
  launchMode: 'Normal' | 'Browse' | 'Review'
  /** 0 to 1. */
  masteryScore?: number
  returnURL?: string
}

export type ContextTemplate = Omit<Partial<Context>, 'contextActivities'> & {
  contextActivities?: Record<string, unknown>
}

/**
 * Reads the address that a unit was opened with, its names in any order among others; `null` when it
 * is no launch.
 *
 * @see cmi5 (Quartz) §8.1
 */
export function readAddress(search: string): Cmi5Address | null {
  const query = new URLSearchParams(search)
  const get = (name: string) => query.get(name) ?? ''
  const actor = readObject(get('actor'))
  const [endpoint, fetch] = [get('endpoint'), get('fetch')]
  const [registration, activityId] = [get('registration'), get('activityId')]
  const complete = isWeb(endpoint) && isWeb(fetch) && registration && activityId
  return actor && complete ? { endpoint, fetch, actor, registration, activityId } : null
}

/** An address that a browser can be led to without running anything in this page. */
export function isWeb(address: unknown): address is string {
  return typeof address === 'string' && /^https?:\/\//i.test(address)
}

/**
 * Asks for the token, by POST so that nothing keeps the answer; `null` when it is refused.
 *
 * @see cmi5 (Quartz) §8.2
 */
export async function fetchToken({ fetch }: Cmi5Address): Promise<string | null> {
  const answer = await readJson(await waitFor(fetch, { method: 'POST' }))
  const token = answer?.['auth-token']
  return typeof token === 'string' && token !== '' ? token : null
}

/** `null` when the LMS left none, or none that statements can be made from. It is never written. */
export async function readLaunchData(launch: Cmi5Launch): Promise<LaunchData | null> {
  const { activityId, registration, actor } = launch
  const agent = JSON.stringify(actor)
  const query = { stateId: 'LMS.LaunchData', activityId, agent, registration }
  const data = await readJson(
    await askLrs(launch, lrsAddress(launch, 'activities/state', query)),
  )
  return typeof data?.contextTemplate === 'object' && data.contextTemplate
    ? (data as LaunchData)
    : null
}

/** Empty when the learner has none, or may not show them. */
export async function readPreferences(
  launch: Cmi5Launch,
): Promise<{ audioPreference?: unknown }> {
  const query = { profileId: 'cmi5LearnerPreferences', agent: JSON.stringify(launch.actor) }
  return (
    (await readJson(await askLrs(launch, lrsAddress(launch, 'agents/profile', query)))) ?? {}
  )
}

/** Verbs that must not be told twice in a registration, and their ids. */
type Verdicts = Record<string, string>

/** Which of these was told before; `null` when the LRS does not say. */
export async function toldBefore(
  launch: Cmi5Launch,
  verbs: Verdicts,
): Promise<Set<string> | null> {
  const { activityId: activity, registration, actor } = launch
  const query = { agent: JSON.stringify(actor), activity, registration, limit: '1' }
  const found = await Promise.all(
    Object.entries(verbs).map(async ([name, verb]) => {
      const address = lrsAddress(launch, 'statements', { ...query, verb })
      const answer = await readJson(await askLrs(launch, address))
      const statements = answer?.statements
      return Array.isArray(statements) ? { name, told: statements.length > 0 } : null
    }),
  )
  if (found.includes(null)) return null
  return new Set(found.flatMap((each) => (each?.told ? each.name : [])))
}

async function readJson(response: Response | null): Promise<Record<string, unknown> | null> {
  try {
    return response?.status === 200 ? readObject(await response.text()) : null
  } catch {
    return null
  }
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
