/** A page that was just left may need so long to give its seat back. */
const patience = 500

/**
 * One window at a time speaks for an attempt: each has a copy of what the LMS holds, and the last
 * one to store would wipe out what the other did. The browser gives the seat back by itself when a
 * window dies.
 *
 * @returns what gives the seat back; `null` when another window has it
 */
export function takeSeat(): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const unguarded = () => resolve(() => undefined)
    // Only pages that come over https have locks.
    if (!navigator.locks) return unguarded()
    const waiting = new AbortController()
    setTimeout(() => waiting.abort(), patience)
    navigator.locks
      .request(
        `grainotheque ${location.pathname}`,
        { signal: waiting.signal },
        () => new Promise<void>((leave) => resolve(leave)),
      )
      .catch(({ name }: Error) => (name === 'AbortError' ? resolve(null) : unguarded()))
  })
}
