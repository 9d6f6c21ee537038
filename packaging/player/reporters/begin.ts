import { findApi } from './find-api.ts'
import { runtimeOf } from './runtime.ts'
import { takeSeat } from './take-seat.ts'

/** What a player must know of a SCORM standard to begin with its LMS, and no more. */
export type Opening = {
  api: string
  /** Of the names of functions. */
  prefix: string
  /** The function that ends a session: it has a name of its own. */
  finish: string
  /** Names of the data model. */
  mode: string
  exit: string
}

/** A session that an LMS has begun. */
export type Begun = {
  api: object
  /** False when the LMS only lets the learner look back. */
  records: boolean
  /** The LMS knows that the learner will come back: its exit was set. */
  suspends: boolean
  /** The player is there, and ends what was begun. */
  isTaken: boolean
}

/** What came of looking for an LMS. */
export type Beginning =
  /** Another window speaks for this attempt. */
  | { leaveSeat: null }
  /** `begun` is `null` where there is no LMS, or none that begins. */
  | { begun: Begun | null; leaveSeat: () => void }

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
  if (!leaveSeat) return { leaveSeat: null }
  for (let chance = 0; chance < chances; chance += 1) {
    const api = findApi<object>(opening.api, window)
    const begun = api && beginIn(api, opening)
    if (begun) {
      addEventListener('pagehide', () => endUntaken(begun, opening))
      return { begun, leaveSeat }
    }
    await new Promise((resolve) => setTimeout(resolve, chanceEvery))
  }
  leaveSeat()
  return { begun: null, leaveSeat }
}

/**
 * The exit is set first of all, since without it a lost connection erases everything.
 *
 * @returns `null` when the run-time does not begin
 */
export function beginIn(api: object, { prefix, mode, exit }: Opening): Begun | null {
  const { ask, get, set } = runtimeOf(api, prefix)
  const isNew = ask('Initialize', '') !== 'false'
  const records = !/^(review|browse)$/.test(get(mode))
  const suspends = records && set(exit, 'suspend')
  // A run-time that had begun already refuses to begin, and takes what it is told all the same.
  return isNew || suspends ? { api, records, suspends, isTaken: false } : null
}

/** Whoever leaves before the player is there leaves no session open. */
function endUntaken({ api, isTaken }: Begun, { prefix, finish }: Opening): void {
  if (!isTaken) runtimeOf(api, prefix).call(finish, '')
}
