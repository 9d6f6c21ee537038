import { findApi } from './find-api.ts'
import { patiently } from './patiently.ts'
import { type Runtime, runtimeOf } from './runtime.ts'
import { takeSeat } from './take-seat.ts'

/** What a player must know of a SCORM standard to begin with its LMS, and no more. */
export type Opening = {
  api: string
  /** Of the names of functions. */
  prefix: string
  /** The function that ends a session, less the prefix. */
  finish: string
  /** What names of the data model begin with, where they are of the learner's attempt as a whole. */
  core: string
  mode: string
}

/** A session that an LMS has begun. */
export type Begun = Runtime & {
  /** False when the LMS only lets the learner look back. */
  records: boolean
  /** The LMS knows that the learner will come back: its exit was set. */
  suspends: boolean
  /** The player is there, and ends what was begun. */
  isTaken: boolean
  /** Ends the session: another window may then speak for this attempt. */
  end: () => void
}

/**
 * What came of looking for an LMS: `null` where another window speaks for this attempt, `undefined`
 * where there is no LMS, or none that begins.
 */
export type Beginning = Begun | null | undefined

declare global {
  interface Window {
    /** Set by the script that begins, read by the player. */
    beginning?: Promise<Beginning>
  }
}

/** An LMS that sets up its run-time after the module is given so many chances, so far apart. */
const chances = 10
const chanceEvery = 200

/**
 * Looks for the LMS and begins with it. In a package that is a script of its own, so small that the
 * LMS hears of the learner before the player is there.
 */
export async function begin(opening: Opening): Promise<Beginning> {
  const leaveSeat = await takeSeat()
  if (!leaveSeat) return null
  const begun = await patiently(chances, chanceEvery, () => {
    const api = findApi<object>(opening.api, window)
    return api && beginIn(api, opening, leaveSeat)
  })
  if (!begun) {
    leaveSeat()
    return undefined
  }
  // Whoever leaves before the player is there leaves no session open.
  addEventListener('pagehide', () => begun.isTaken || begun.end())
  return begun
}

/**
 * The exit is set first of all, since without it a lost connection erases everything.
 *
 * @returns `null` when the run-time does not begin
 */
export function beginIn(
  api: object,
  { prefix, core, mode, finish }: Opening,
  leaveSeat?: () => void,
): Begun | null {
  const runtime = runtimeOf(api, prefix)
  const { ask, get, set } = runtime
  const isNew = ask('Initialize', '') !== 'false'
  const records = !/^(review|browse)$/.test(get(core + mode))
  const suspends = records && set(`${core}exit`, 'suspend')
  // A run-time that had begun already refuses to begin, and takes what it is told all the same.
  if (!isNew && !suspends) return null
  const end = () => {
    ask(finish, '')
    leaveSeat?.()
  }
  return { ...runtime, records, suspends, isTaken: false, end }
}
