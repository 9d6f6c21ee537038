import {
  type InteractionRecord,
  interactionRecords,
} from '#content-schema/scoring/interaction-record.ts'
import type { PlayerData } from '../player-data.ts'
import type { Standing } from '../state.ts'
import type { Begun, Opening } from './begin.ts'
import { knowsMore, openCopy, type Said } from './browser-copy.ts'
import { noRun } from './no-run.ts'
import { openAlone } from './nowhere.ts'
import { writesObjectives } from './objectives.ts'
import type { GivenAnswer, Objective, Report, Reporter, Run, Trouble } from './reporter.ts'
import { runtimeOf } from './runtime.ts'

/** In what the two SCORM standards differ, for a player. */
export type Dialect = Opening & {
  platform: 'scorm-12' | 'scorm-2004'
  /** Names of the data model. */
  entry: string
  learner: string
  standing(get: (name: string) => string): Standing
  values(report: Report): Record<string, string>
  objective(objective: Objective): Said
  interaction(given: GivenAnswer, record: InteractionRecord): Said
}

export function lastingReporter(dialect: Dialect): Reporter {
  return {
    platform: dialect.platform,
    async open(data, goOnAlone) {
      const beginning = await window.beginning
      if (beginning?.leaveSeat === null) return { ...noRun, records: false, elsewhere: true }
      if (beginning?.begun) {
        const { begun, leaveSeat } = beginning
        begun.isTaken = true
        return leaving(openLasting(begun, dialect, data), leaveSeat)
      }
      await goOnAlone()
      return openAlone(data)
    },
  }
}

function leaving(run: Run, leaveSeat: () => void): Run {
  const close = () => {
    run.close()
    leaveSeat()
  }
  return { ...run, close }
}

/** Without these a learner would lose something; an LMS may refuse all else for good. */
const vital = /suspend_data|status|score\.(raw|scaled)/
/** Milliseconds until what was refused is tried again: twice as long each time, up to the last. */
const firstPause = 5000
const longestPause = 60_000
/** An LMS that takes long to store is left alone for so many times as long. */
const rest = 10

/**
 * A sitting in an LMS that may refuse, throw, be slow, or die: what it did not take is tried again,
 * and kept in this browser until it did.
 */
export function openLasting(
  { api, records, suspends }: Begun,
  dialect: Dialect,
  data: PlayerData,
): Run {
  const { call, ask, get, set } = runtimeOf(api, dialect.prefix)
  const held = new Map(suspends ? [[dialect.exit, 'suspend']] : [])

  const saved = get('cmi.suspend_data')
  const standing = dialect.standing(get)
  const kept = openCopy(data.packageId, get(dialect.learner))
  const copy = records ? kept.read() : null
  const recovered = knowsMore(data, copy, saved, () => get(dialect.entry) === 'resume')
  const setObjectives = writesObjectives(get, set, dialect.objective)
  let number = Number.parseInt(get('cmi.interactions._count'), 10) || 0

  let wanted: Record<string, string> = {}
  let objectives: Objective[] = []
  /** Since the LMS last stored; the first ones of them it was told. */
  let interactions: Said[] = recovered ? copy.interactions : []
  let told = 0
  let state = ''
  let isKept = false
  let failures = 0
  let notBefore = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let tell: (trouble: Trouble | null) => void = () => undefined

  const keep = (pending: boolean) => {
    isKept = kept.write({ state, pending, interactions })
  }

  /** Only values that are other than those it holds: many LMSs are slow at it. */
  function handOver(): boolean {
    let taken = true
    for (const [name, value] of Object.entries(wanted)) {
      if (held.get(name) === value) continue
      if (set(name, value)) held.set(name, value)
      else if (vital.test(name)) taken = false
    }
    if (!taken) return false
    setObjectives(objectives)
    for (; told < interactions.length; told += 1) tellInteraction(interactions[told]!)
    return true
  }

  /** Without its id nothing more of it is taken, and its number stays free for the next one. */
  function tellInteraction([id, ...others]: Said): void {
    const at = `cmi.interactions.${number}.`
    if (!set(at + id![0], id![1])) return
    for (const [name, value] of others) set(at + name, value)
    number += 1
  }

  function send(urgent = false): void {
    clearTimeout(timer)
    const pause = notBefore - Date.now()
    if (urgent || pause <= 0) store()
    else again(pause)
  }

  function store(): void {
    const from = Date.now()
    const stored = handOver() && ask('Commit', '') !== 'false'
    const now = Date.now()
    failures = stored ? 0 : failures + 1
    if (stored) {
      interactions = []
      told = 0
      keep(false)
      notBefore = now + (now - from) * rest
    } else {
      const pause = Math.min(firstPause * 2 ** (failures - 1), longestPause)
      notBefore = now + pause
      again(pause)
    }
    // One refusal may be a hiccup: two in a row are said.
    say(failures > 1)
  }

  function again(pause: number): void {
    timer = setTimeout(send, pause)
  }

  function say(isAway: boolean): void {
    tell(isAway ? (isKept ? 'away' : 'awayUnkept') : null)
  }

  return {
    saved: recovered ? copy.state : saved,
    standing,
    records,
    recovered,
    watch(listener) {
      tell = listener
    },
    report(report) {
      wanted = dialect.values(report)
      objectives = report.objectives
      state = report.state
      keep(true)
    },
    answered(given) {
      const { question, answer } = given
      for (const record of interactionRecords(question, answer, dialect.platform)) {
        interactions.push(dialect.interaction(given, record))
      }
    },
    send,
    close() {
      clearTimeout(timer)
      call(dialect.finish, '')
      say(failures > 0)
    },
  }
}
