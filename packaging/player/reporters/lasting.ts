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
import { placesObjectives } from './place-objectives.ts'
import type { GivenAnswer, Objective, Report, Reporter, Run, Trouble } from './reporter.ts'

/** In what the two SCORM standards differ, for a player. */
export type Dialect = Pick<Opening, 'core'> & {
  platform: 'scorm-12' | 'scorm-2004'
  /** The name in the data model of who learns. */
  learner: string
  standing(get: (name: string) => string): Standing
  /** By the name in the data model, in the order they are said. */
  values(report: Report): Record<string, string>
  objective(objective: Objective): Record<string, string>
  /** What is empty is not said. */
  interaction(given: GivenAnswer, record: InteractionRecord): Record<string, string>
}

export function lastingReporter(dialect: Dialect): Reporter {
  return {
    platform: dialect.platform,
    async open(data, goOnAlone) {
      const begun = await window.beginning
      if (begun === null) return { ...noRun, records: false, elsewhere: true }
      if (begun) {
        begun.isTaken = true
        return openLasting(begun, dialect, data)
      }
      await goOnAlone()
      return openAlone(data)
    },
  }
}

/** The one name that has no other beginning in SCORM 1.2. */
const stateName = 'cmi.suspend_data'
/** Without these a learner would lose something; an LMS may refuse all else for good. */
const vital = /^cmi\.(core\.)?(suspend_data|\w+status|score\.(raw|scaled))/
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
  { ask, get, set, records, suspends, end }: Begun,
  dialect: Dialect,
  data: PlayerData,
): Run {
  const { core } = dialect
  const held = new Map(suspends ? [[`${core}exit`, 'suspend']] : [])

  const saved = get(stateName)
  const standing = dialect.standing((name) => get(core + name))
  const kept = openCopy(data.packageId, get(core + dialect.learner))
  const copy = records ? kept.read() : null
  const recovered = knowsMore(data, copy, saved, () => get(`${core}entry`) === 'resume')
  const placed = placesObjectives(get, held, dialect.objective)
  let number = Number.parseInt(get('cmi.interactions._count'), 10) || 0

  let wanted: Record<string, string> = {}
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
      wanted = {}
      for (const [name, value] of Object.entries(dialect.values(report))) {
        wanted[name === 'suspend_data' ? stateName : core + name] = value
      }
      Object.assign(wanted, placed(report.objectives))
      state = report.state
      keep(true)
    },
    answered(given) {
      const { question, answer } = given
      for (const record of interactionRecords(question, answer, dialect.platform)) {
        const said = Object.entries(dialect.interaction(given, record))
        interactions.push(said.filter(([, value]) => value))
      }
    },
    send,
    close() {
      clearTimeout(timer)
      end()
      say(failures > 0)
    },
  }
}
