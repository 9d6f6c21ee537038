/**
 * The times that statements are stored at. They never go back, even when the machine's clock
 * does, and none is given out that a reader was already told to be complete.
 */
export type StoringClock = {
  /** Time of the next statement, in milliseconds since 1970. */
  stamp: () => number
  /** All statements stored until then can be read, and no other will be. */
  consistentThrough: () => number
}

/** @param last time of the last statement that is stored, 0 when there is none */
export function storingClock(now: () => Date, last: number): StoringClock {
  let stamped = last
  let promised = 0
  return {
    stamp: () => {
      stamped = Math.max(now().getTime(), stamped, promised + 1)
      return stamped
    },
    consistentThrough: () => {
      promised = Math.max(now().getTime(), promised)
      return promised
    },
  }
}
