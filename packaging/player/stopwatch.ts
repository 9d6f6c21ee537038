/** Somebody who has not touched anything for so long is not learning any more. */
const attention = 60_000
/** Timers run at least once a minute even in a hidden tab: a longer gap is a sleeping computer. */
const longestGap = 90_000

export type Stopwatch = ReturnType<typeof createStopwatch>

/**
 * Measures how long the module was open, and how long somebody was at it: visible, and touched
 * within the last minute.
 *
 * @param now milliseconds that never go back
 */
export function createStopwatch(now: () => number) {
  let last = now()
  let attentiveUntil = last + attention
  let visible = true
  let open = 0
  let active = 0

  function settle(): void {
    const time = now()
    open += Math.min(time - last, longestGap)
    if (visible) active += Math.max(0, Math.min(time, attentiveUntil) - last)
    last = time
  }

  return {
    /** To be called now and then, so that a gap can be told from a sleep. */
    settle,
    touched(): void {
      settle()
      attentiveUntil = last + attention
    },
    turned(isVisible: boolean): void {
      settle()
      visible = isVisible
      attentiveUntil = last + attention
    },
    /** Milliseconds the module was open. */
    open(): number {
      settle()
      return open
    },
    /** Milliseconds somebody was at it. */
    active(): number {
      settle()
      return active
    },
  }
}
