import { isDeepStrictEqual } from 'node:util'
import type { XapiActivity, XapiStatement } from '#app/lrs/statements/xapi-statement.ts'
import { durationMs } from '#app/lrs/validation/duration.ts'
import { timestampMs } from '#app/lrs/validation/timestamp.ts'

/** One session as its LMS opened it. */
export type Cmi5Session = {
  actor: object
  registration: string
  /** Made by the LMS for the unit. */
  activityId: string
  /** What it left in `LMS.LaunchData`. */
  launchData: {
    contextTemplate: {
      contextActivities: { grouping: { id: string }[] }
      extensions: Record<string, unknown>
    }
    launchMode: 'Normal' | 'Browse' | 'Review'
    masteryScore?: number
  }
}

/** A statement as an LRS gives it back; `authority` is whoever sent it. */
export type Told = XapiStatement & { timestamp: string; id: string }

const adl = 'http://adlnet.gov/expapi/verbs/'
const categories = 'https://w3id.org/xapi/cmi5/context/categories/'
const contextExtensions = 'https://w3id.org/xapi/cmi5/context/extensions/'
const unitVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated']

export const verbOf = ({ verb }: Told) => verb.id.replace(adl, '')
export const hasCategory = ({ context }: Told, name: string) =>
  listed(context?.contextActivities?.category).some(({ id }) => id === categories + name)
export const isDefined = (statement: Told) => hasCategory(statement, 'cmi5')

function listed(activities: XapiActivity | XapiActivity[] | undefined): XapiActivity[] {
  return [activities ?? []].flat()
}

type Played = { session: Cmi5Session; told: Told[]; earlier: Told[] }
type Rule = (played: Played) => boolean

const each =
  (holds: (statement: Told, session: Cmi5Session) => boolean): Rule =>
  ({ told, session }) =>
    told.every((statement) => holds(statement, session))
const eachDefined = (holds: (statement: Told, session: Cmi5Session) => boolean): Rule =>
  each((statement, session) => !isDefined(statement) || holds(statement, session))
const eachVerb = (verbs: string[], holds: (statement: Told, session: Cmi5Session) => boolean) =>
  eachDefined(
    (statement, session) => !verbs.includes(verbOf(statement)) || holds(statement, session),
  )
const count = (statements: Told[], ...verbs: string[]) =>
  statements.filter((one) => isDefined(one) && verbs.includes(verbOf(one))).length

/**
 * What the statements of one session must be, under the ids of `@cmi5/requirements`; whatever order
 * they came in, their order is that of their times.
 *
 * @see cmi5 (Quartz) §7.1, §9 and §10.2
 */
export const cmi5Rules: Record<string, Rule> = {
  '7.1.3.0-2 statements without the category stand between the first and the last': ({
    told,
  }) => told.every((one, index) => isDefined(one) || (index > 0 && index < told.length - 1)),
  '9.1.0.0-1 each statement has an id of its own': ({ told }) =>
    new Set(told.map(({ id }) => id)).size === told.length,
  '9.2.0.0-1 the actor is the one that the LMS named': each(({ actor }, session) =>
    isDeepStrictEqual(actor, session.actor),
  ),
  '9.2.0.0-3 the actor has an account': eachDefined(({ actor }) => actor.account !== undefined),
  '9.3.0.0-1 the verbs of the category are those of a unit': eachDefined((one) =>
    unitVerbs.includes(verbOf(one)),
  ),
  '9.3.0.0-2 no verb of the category is told twice': ({ told }) =>
    unitVerbs.every((verb) => count(told, verb) <= 1),
  '9.3.0.0-3 passed and failed are never both told': ({ told }) =>
    count(told, 'passed', 'failed') <= 1,
  '9.3.0.0-4 initialized comes first': ({ told: [first] }) =>
    first !== undefined && isDefined(first) && verbOf(first) === 'initialized',
  '9.3.0.0-5 terminated comes last': ({ told }) => {
    const last = told.at(-1)
    return last !== undefined && isDefined(last) && verbOf(last) === 'terminated'
  },
  '9.3.0.0-6 completed is told once a registration': ({ told, earlier }) =>
    count([...earlier, ...told], 'completed') <= 1,
  '9.3.0.0-7 passed is told once a registration': ({ told, earlier }) =>
    count([...earlier, ...told], 'passed') <= 1,
  '9.3.0.0-8 failed never follows passed': ({ told, earlier }) =>
    count(told, 'failed') === 0 || count(earlier, 'passed') === 0,
  '9.4.0.0-2 the object is the unit as the LMS calls it': eachDefined(
    ({ object }, { activityId }) => 'id' in object && object.id === activityId,
  ),
  '9.5.1.0-2 only passed and failed have a score': eachDefined(
    (one) => one.result?.score === undefined || ['passed', 'failed'].includes(verbOf(one)),
  ),
  '9.5.1.0-3 a raw score is whole, and comes with whole bounds': eachDefined(({ result }) => {
    const { raw, min, max } = result?.score ?? {}
    return raw === undefined || [raw, min, max].every(Number.isInteger)
  }),
  '9.5.2.0-1 passed is a success': eachVerb(
    ['passed'],
    ({ result }) => result?.success === true,
  ),
  '9.5.2.0-2 failed is none': eachVerb(['failed'], ({ result }) => result?.success === false),
  '9.5.2.0-3 nothing else speaks of success': eachDefined(
    (one) => one.result?.success === undefined || ['passed', 'failed'].includes(verbOf(one)),
  ),
  '9.5.3.0-1 completed is a completion': eachVerb(
    ['completed'],
    ({ result }) => result?.completion === true,
  ),
  '9.5.3.0-2 nothing else speaks of completion': eachDefined(
    (one) => one.result?.completion === undefined || verbOf(one) === 'completed',
  ),
  '9.5.4.1-1 all but initialized say how long it took': eachVerb(
    ['completed', 'passed', 'failed', 'terminated'],
    ({ result }) => durationMs(result?.duration ?? '') !== null,
  ),
  '9.5.5.1-3 progress is no news once completed was told': ({ told, earlier }) => {
    const from = told.findIndex((one) => isDefined(one) && verbOf(one) === 'completed')
    const after = count(earlier, 'completed') ? told : from === -1 ? [] : told.slice(from)
    const progress = 'https://w3id.org/xapi/cmi5/result/extensions/progress'
    return after.every(({ result }) => result?.extensions?.[progress] === undefined)
  },
  '9.6.1.0-1 the registration is that of the launch': each(
    ({ context }, { registration }) => context?.registration === registration,
  ),
  '9.6.2.2-1 what satisfies has the moveon category': eachDefined(
    (one) => one.result?.success === undefined || hasCategory(one, 'moveon'),
  ),
  '9.6.2.2-1 what completes has it too': eachDefined(
    (one) => one.result?.completion === undefined || hasCategory(one, 'moveon'),
  ),
  '9.6.2.2-2 nothing else has it': each(
    (one) =>
      !hasCategory(one, 'moveon') ||
      (isDefined(one) && ['completed', 'passed', 'failed'].includes(verbOf(one))),
  ),
  '9.6.3.2-2 a verdict by the threshold of the launch says it': eachVerb(
    ['passed', 'failed'],
    ({ context }, { launchData }) =>
      context?.extensions?.[`${contextExtensions}masteryscore`] === launchData.masteryScore,
  ),
  '9.3.4.0-2 passed comes up to the threshold': eachVerb(['passed'], (one, { launchData }) =>
    agrees(one, launchData.masteryScore, (scaled, mastery) => scaled >= mastery),
  ),
  '9.3.5.0-2 failed does not': eachVerb(['failed'], (one, { launchData }) =>
    agrees(one, launchData.masteryScore, (scaled, mastery) => scaled < mastery),
  ),
  '9.7.0.0-2 times are in UTC': each(
    ({ timestamp }) => timestamp.endsWith('Z') && timestampMs(timestamp) !== null,
  ),
  '10.2.1.0-6 grouping of the template stands in each': each(({ context }, { launchData }) => {
    const ids = listed(context?.contextActivities?.grouping).map(({ id }) => id)
    const { grouping } = launchData.contextTemplate.contextActivities
    return grouping.every(({ id }) => ids.includes(id))
  }),
  '10.2.1.0-6 extensions of the template, the session among them, stand in each': each(
    ({ context }, { launchData }) =>
      Object.entries(launchData.contextTemplate.extensions).every(([name, value]) =>
        isDeepStrictEqual(context?.extensions?.[name], value),
      ),
  ),
  '10.2.2.0-3 who only looks back begins and ends': ({ told, session }) =>
    session.launchData.launchMode === 'Normal' ||
    told.every((one) => isDefined(one) && ['initialized', 'terminated'].includes(verbOf(one))),
}

function agrees(
  { result }: Told,
  mastery: number | undefined,
  compare: (scaled: number, mastery: number) => boolean,
): boolean {
  const scaled = result?.score?.scaled
  return scaled === undefined || mastery === undefined || compare(scaled, mastery)
}

/**
 * Which rules a session breaks.
 *
 * @param told by the unit in this session
 * @param earlier by the unit in earlier sessions of the registration
 */
export function brokenRules(
  session: Cmi5Session,
  told: Told[],
  earlier: Told[] = [],
): string[] {
  const inOrder = [...told].sort(
    (one, other) => timestampMs(one.timestamp)! - timestampMs(other.timestamp)!,
  )
  const played = { session, told: inOrder, earlier }
  return Object.entries(cmi5Rules).flatMap(([rule, holds]) => (holds(played) ? [] : rule))
}
