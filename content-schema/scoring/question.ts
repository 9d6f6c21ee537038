import type { kinds } from './kinds/index.ts'

export type { Answer } from './kind.ts'

export type KindName = keyof typeof kinds

/** What answers of a kind are marked against. */
export type KeyOf<Name extends KindName> = Parameters<(typeof kinds)[Name]['mark']>[0]

/**
 * A question reduced to what marking it needs. Plain JSON: it is read from a document by
 * `readQuestion`, shipped in packages for the player, and read again by the statistics.
 */
export type Question = {
  id: string
  /** Points for the right answer. */
  points: number
  tries: number
} & { [Name in KindName]: { kind: Name; key: KeyOf<Name> } }[KindName]

/** What an answer is worth. */
export type Mark = {
  /** 0 to 1. */
  share: number
  /** `share` of the question's points, in hundredths at the finest. */
  points: number
  /** `null` when there is no right or wrong. */
  success: boolean | null
}
