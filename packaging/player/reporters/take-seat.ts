import { patiently } from './patiently.ts'

/** A page that was just left may need so long to give its seat back, in milliseconds. */
const chances = 6
const chanceEvery = 100

/**
 * One window at a time speaks for an attempt: each has a copy of what the LMS holds, and the last
 * one to store would wipe out what the other did. The browser gives the seat back by itself when a
 * window dies. It is asked who has it, never how long it takes: a slow machine answers late.
 *
 * @returns what gives the seat back; `null` when another window has it
 */
export function takeSeat(): Promise<(() => void) | null> {
  return patiently(chances, chanceEvery, sit)
}

function sit(): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const unguarded = () => resolve(() => undefined)
    // Only pages that come over https have locks.
    if (!navigator.locks) return unguarded()
    navigator.locks
      .request(`grainotheque ${location.pathname}`, { ifAvailable: true }, (seat) =>
        seat ? new Promise<void>((leave) => resolve(leave)) : resolve(null),
      )
      .catch(unguarded)
  })
}
