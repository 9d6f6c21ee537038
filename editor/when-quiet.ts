export type Quiet = {
  /** Something happened: the wait starts again. */
  stir: () => void
  /** Nothing is waited for any longer. */
  stop: () => void
}

/**
 * Calls once nothing has stirred for so many milliseconds. Keys stir it, so that it must cost
 * nothing: one timer for a whole burst, set again only when it rings too early.
 */
export function whenQuiet(milliseconds: number, call: () => void): Quiet {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const ring = () => {
    const left = last + milliseconds - performance.now()
    timer = left > 1 ? setTimeout(ring, left) : undefined
    if (!timer) call()
  }
  return {
    stir() {
      last = performance.now()
      timer ??= setTimeout(ring, milliseconds)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
