import { en } from './en.ts'
import { fr } from './fr.ts'

/** The languages of the player's own words; the module's text has a language of its own. */
export const wordsByLanguage = { fr, en }

export type Language = keyof typeof wordsByLanguage
export type Words = typeof en

/** Sentences that stand in the page from the start. */
export type PageWords = Words['page']
/** Sentences that stand around the module, in the page too, until the player says them. */
export type FrameWords = Words['frame']
/** Sentences of what learners may say to authors, in the page of packages that take it. */
export type RemarkWords = Words['remarks']
/** Sentences that the player says of answers: they travel in the page's data. */
export type PlayerWords = Words['player']

/** Puts values where a sentence says `{name}`. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
