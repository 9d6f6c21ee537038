/**
 * A question reduced to what marking it needs. Plain JSON: it is read from a document by
 * `readQuestion`, shipped in packages for the player, and read again by the statistics.
 */
export type Question = {
  id: string
  /** Points for the right answer. */
  points: number
  tries: number
} & (
  | { kind: 'singleChoice'; choices: QuestionChoice[] }
  | { kind: 'multipleChoice'; choices: QuestionChoice[]; partialCredit: boolean }
  | { kind: 'trueFalse'; answer: boolean }
  | { kind: 'numeric'; value: number; tolerance: number }
)

export type QuestionChoice = { id: string; correct: boolean }

/** What a learner gave: ids of choices, a truth value, or a number as it was typed. */
export type Answer =
  | { kind: 'choices'; ids: string[] }
  | { kind: 'truth'; value: boolean }
  | { kind: 'number'; text: string }

/** What an answer is worth. */
export type Mark = {
  /** 0 to 1. */
  share: number
  /** `share` of the question's points, in hundredths at the finest. */
  points: number
  success: boolean
}
