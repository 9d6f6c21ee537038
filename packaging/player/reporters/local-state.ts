import type { PlayerData } from '../player-data.ts'
import { readSuspendData } from '../suspend-data.ts'
import { openLocal } from './nowhere.ts'
import type { Run } from './reporter.ts'

/** What this browser keeps of one registration, besides the LRS of the launch. */
export type LocalState = {
  run: Run
  /** Of what the LRS gave and what is kept here, the one that knows more. */
  newest: (remote: string | null) => string
  /** Whether the LRS has not got what is kept here. */
  ahead: (is: boolean) => void
  /** Whether this browser keeps a state. */
  keeps: (state: string) => boolean
}

/**
 * A state that the LRS did not get is kept for the next launch. Without a registration it could be
 * another learner's: then the LRS has the last word.
 */
export function openLocalState(data: PlayerData, registration: string | null): LocalState {
  const key = `grainotheque.state.${data.moduleId}.${registration ?? ''}`
  const run = openLocal(key)
  const seconds = (state: string) => readSuspendData(data, state)?.seconds ?? -1
  return {
    run,
    newest(remote) {
      if (remote === null) return run.saved
      const isAhead = registration !== null && openLocal(`${key}.ahead`).saved !== ''
      return isAhead && seconds(run.saved) >= seconds(remote) ? run.saved : remote
    },
    ahead(is) {
      try {
        localStorage.setItem(`${key}.ahead`, is ? '1' : '')
      } catch {
        // A browser that keeps nothing is never ahead.
      }
    },
    keeps: (state) => openLocal(key).saved === state,
  }
}
