/** Types of interaction of the standards. @see SCORM 2004 4th edition RTE §4.2.9, xAPI 1.0.3 Data §2.4.4.1 */
export type InteractionType =
  | 'true-false'
  | 'choice'
  | 'fill-in'
  | 'long-fill-in'
  | 'matching'
  | 'sequencing'
  | 'likert'
  | 'numeric'

/** Whose rules the words of a record follow. xAPI writes its interactions as SCORM 2004 does. */
export type InteractionStandard = 'scorm-12' | 'scorm-2004' | 'xapi'

/**
 * What a learner gave, as a list of words; what they are, and in which order, is said by the kind
 * of question. Never more than strings, so that it goes through forms, memories and wires as it is.
 */
export type Answer = readonly string[]

/** One interaction of an answer, in the words of a standard. */
export type PartRecord = {
  /** The part of the question it is about; left out when it is about the whole. */
  part?: string
  type: InteractionType
  response: string
  /** Left out when the part is judged as the whole is. */
  success?: boolean | null
}

/**
 * The scoring contract: an answer goes in; its mark, its records and its short form come out. One
 * pure object a kind of question, used by the player, previews, print-outs and statistics alike.
 *
 * @typeParam Key what answers are marked against; plain JSON
 */
export type QuestionKind<Key> = {
  /**
   * 0 to 1; `null` for every answer, and for none, where nothing can be right or wrong. Never fails:
   * what cannot be read, or belongs elsewhere, is worth nothing.
   */
  mark: (key: Key, answer: Answer) => number | null
  records: (key: Key, answer: Answer, standard: InteractionStandard) => PartRecord[]
  /** ASCII without comma or semicolon; positions, not ids. */
  pack: (key: Key, answer: Answer) => string
  unpack: (key: Key, text: string) => Answer
}

/** What is asked of a key while a module is made, and never while it is played. */
export type KeyFacts<Key> = {
  /** What makes it another question when it changes; wording and order are not in it. */
  identity: (key: Key) => unknown
  /** Characters that `pack` can give at the most. */
  budget: (key: Key) => number
  /**
   * Every way of being right, in the words of a standard, by the part it is about, `''` for the
   * whole; nothing for an opinion.
   */
  patterns: (key: Key, standard: InteractionStandard) => Record<string, string[]>
}

/** All, nothing, or the part that is right where partial credit is given. */
export function shareOf(right: readonly boolean[], partialCredit: boolean): number {
  return credited(right.filter(Boolean).length / right.length || 0, partialCredit)
}

/** A share below one is only given where partial credit is. */
export function credited(share: number, partialCredit: boolean): number {
  return partialCredit || share === 1 ? share : 0
}

/** A player that speaks one standard alone knows it from the start, and carries no words of others. */
export function isScorm12(standard: InteractionStandard): boolean {
  return (import.meta.onlyStandard ?? standard) === 'scorm-12'
}

/** A kind under its own type, for the index of kinds. */
export function questionKind<Key>(kind: QuestionKind<Key>): QuestionKind<Key> {
  return kind
}

export function keyFacts<Key>(facts: KeyFacts<Key>): KeyFacts<Key> {
  return facts
}
