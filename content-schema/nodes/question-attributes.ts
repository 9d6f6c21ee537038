import { nodeId, wholeNumber } from './attributes.ts'

/** What every question has: who it is, what it is worth, how often it may be tried. */
export const questionAttrs = {
  id: nodeId(),
  /** Points for the right answer. */
  points: wholeNumber(1, 1, 100),
  /** How many answers may be given before the right one is shown. */
  tries: wholeNumber(2, 1, 10),
}
