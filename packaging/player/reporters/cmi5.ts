import { type Attempt, onModule } from '#content-schema/statements/build-statement.ts'
import type { Result, Statement } from '#content-schema/statements/statement.ts'
import { extensions, verbs } from '#content-schema/statements/vocabulary.ts'
import type { PlayerData } from '../player-data.ts'
import { readSuspendData } from '../suspend-data.ts'
import { byteLength } from '../traces/outbox.ts'
import { uuidv7 } from '../traces/uuid.ts'
import { askLrs, lrsAddress } from './ask-lrs.ts'
import {
  type Cmi5Address,
  type Cmi5Launch,
  fetchToken,
  isWeb,
  type LaunchData,
  readAddress,
  readLaunchData,
  readPreferences,
  toldBefore,
} from './cmi5-launch.ts'
import { allowed, defined, verdict, withoutProgress } from './cmi5-statements.ts'
import { isoDuration } from './durations.ts'
import { openLocalState } from './local-state.ts'
import { reporter as nowhere } from './nowhere.ts'
import type { Report, Reporter, Run, Trouble } from './reporter.ts'
import { createSessionQueue, mostBytes } from './session-queue.ts'
import { openXapi } from './xapi.ts'

export const reporter: Reporter = {
  platform: 'cmi5',
  async open(data, goOnAlone) {
    const address = readAddress(location.search)
    if (!address) return { ...(await nowhere.open(data, goOnAlone)), untracked: true }
    return (await openCmi5(data, address)) ?? untracked(data, address)
  },
}

/** Begins a session; `null` when the LMS gives no token, or nothing to make statements from. */
export async function openCmi5(data: PlayerData, address: Cmi5Address): Promise<Run | null> {
  const token = await fetchToken(address)
  if (token === null) return null
  const launch: Cmi5Launch = { ...address, auth: `Basic ${token}` }
  const [launchData, { audioPreference }] = await Promise.all([
    readLaunchData(launch),
    readPreferences(launch),
  ])
  if (!launchData) return null
  if (audioPreference === 'off') mute()
  judgeBy(data, launchData)
  const [kept, told] = await Promise.all([openXapi(data, launch), toldBefore(launch, verdicts)])
  const records = launchData.launchMode === 'Normal'
  return openSession(data, launch, launchData, { ...kept, records }, told)
}

const { completed, passed, failed } = verbs
const verdicts = { completed, passed, failed }
type Verdict = keyof typeof verdicts

/** The session tells these itself; traces tell all the rest. */
const own = new Set<string>([verbs.initialized, completed, passed, failed, verbs.terminated])

function openSession(
  data: PlayerData,
  launch: Cmi5Launch,
  launchData: LaunchData,
  kept: Run,
  toldByLrs: Set<string> | null,
): Run {
  const told = toldByLrs ?? toldByState(data, kept.saved)
  const judgedAlready = told.has('failed')
  const began = Date.now()
  const attempt = attemptOf(data, launch, launchData)
  const queue = createSessionQueue((body) => post(launch, body))
  let last = 0
  let first: Report | undefined
  let latest: Report | undefined
  let ended = Promise.resolve()
  let warn: (trouble: Trouble | null) => void = () => undefined

  /** Times are told in the order of things, whatever the clock does. */
  function stamp(time: number): { id: string; timestamp: string } {
    last = Math.max(time, last + 1)
    return { id: uuidv7(last), timestamp: new Date(last).toISOString() }
  }

  function tell(verb: Verdict | 'initialized' | 'terminated', result?: Result): void {
    const statement = onModule(attempt, verb, stamp(Date.now()), result)
    queue.add(defined(statement, launch, launchData))
    told.add(verb)
  }

  function judge(success: boolean, { progress, open }: Report): void {
    const result = verdict(success, progress.score, isoDuration(open), launchData)
    tell(success ? 'passed' : 'failed', result)
  }

  /** Failed again from the very answers that were told before is no news. */
  function hasFailed({ progress }: Report): boolean {
    const same =
      first?.progress.passed === false && first.progress.score?.raw === progress.score?.raw
    return progress.passed === false && !told.has('passed') && !(judgedAlready && same)
  }

  /** What traces tell of the module itself is said by this session already. */
  function add(statement: Statement): void {
    const { object, verb } = statement
    if (object.id === launch.activityId && own.has(verb.id)) return
    if (verb.id === verbs.answered && !data.publication.interactions) return
    const news = told.has('completed') ? withoutProgress(statement) : statement
    const stamped = { ...news, ...stamp(Date.parse(statement.timestamp)) }
    queue.add(allowed(stamped, launch, launchData))
  }

  tell('initialized')
  void queue.send()

  return {
    ...kept,
    launch: { ...launch, outbox: { add, send: queue.send, flush: () => void queue.send() } },
    report(report) {
      kept.report(report)
      first ??= report
      latest = report
      const { progress, open } = report
      const duration = isoDuration(open)
      if (progress.completed && !told.has('completed'))
        tell('completed', { completion: true, duration })
      if (progress.passed && !told.has('passed')) judge(true, report)
    },
    send() {
      kept.send()
      void queue.send()
    },
    watch(listener) {
      warn = listener
      kept.watch?.(listener)
    },
    close() {
      const stored = kept.records ? kept.close() : undefined
      if (latest && hasFailed(latest)) judge(false, latest)
      tell('terminated', { duration: isoDuration(Date.now() - began) })
      ended = Promise.all([queue.end(), stored]).then(([settled]) => {
        // What it has not heard it hears in the next session, by the state kept here.
        if (!settled) warn('away')
      })
      return ended
    },
    ...returning(launchData, () => ended),
  }
}

/** A threshold that the LMS gives replaces the module's own, and is one of points. */
function judgeBy(data: PlayerData, { masteryScore }: LaunchData): void {
  if (typeof masteryScore !== 'number') return
  data.masteryPercent = Math.round(masteryScore * 1_000_000) / 10_000
  if (data.publication.success === 'evaluation') data.publication.success = 'questions'
}

/** An LRS that does not say what it holds holds, as far as is known, what the state says. */
function toldByState(data: PlayerData, saved: string): Set<string> {
  const standing = readSuspendData(data, saved)?.standing ?? 'none'
  return new Set(standing === 'none' ? [] : ['completed', standing])
}

function attemptOf(data: PlayerData, launch: Cmi5Launch, launchData: LaunchData): Attempt {
  const { iriBase, moduleId, edition, digest, packageId, language, title } = data
  const { registration, activityId, actor } = launch
  const given = launchData.contextTemplate.extensions?.[extensions.sessionId]
  return {
    ...{ iriBase, moduleId, edition, digest, packageId, language, title, registration },
    platform: 'cmi5',
    sessionId: String(given ?? ''),
    actor: actor as Attempt['actor'],
    launchActivityId: activityId,
  }
}

async function post(launch: Cmi5Launch, body: string): Promise<number> {
  const keepalive = byteLength(body) < mostBytes + 2
  const options = { method: 'POST', body, keepalive, type: 'application/json' }
  const response = await askLrs(launch, lrsAddress(launch, 'statements'), options)
  return response?.status ?? 0
}

/** Films and sounds as the learner wants them: 11.2.0.0. */
function mute(): void {
  for (const media of document.querySelectorAll<HTMLMediaElement>('video, audio')) {
    media.muted = true
  }
}

/** Without a session: what is answered stays in this browser, until the LMS opens one again. */
function untracked(data: PlayerData, { registration }: Cmi5Address): Run {
  const { run, ahead } = openLocalState(data, registration)
  const report = (report: Report) => {
    run.report(report)
    ahead(true)
  }
  return { ...run, report, untracked: true }
}

/** Where the LMS wants its learner back, once it was told all; it is not waited for long. */
function returning({ returnURL }: LaunchData, ended: () => Promise<void>): Pick<Run, 'quit'> {
  if (!isWeb(returnURL)) return {}
  const patience = () => new Promise((resolve) => setTimeout(resolve, 2000))
  return {
    quit: () => {
      void Promise.race([ended(), patience()]).then(() => location.assign(returnURL))
    },
  }
}
