import type { Tolerance } from '#content-schema/scoring/read-words.ts'
import { flag } from './attributes.ts'

/** How closely what is typed must follow what is accepted. */
export const toleranceAttrs = {
  /** Capitals count. */
  capitals: flag(),
  /** Accents count. */
  accents: flag(),
  /** Small slips of spelling are forgiven. */
  spelling: flag(true),
}

/** The three alone, out of the attributes of a question. */
export function toleranceOf({ capitals, accents, spelling }: Tolerance): Tolerance {
  return { capitals, accents, spelling }
}

/** What is accepted, without the lines that say nothing. */
export function acceptedIn(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
