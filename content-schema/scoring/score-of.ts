import { isScored } from './mark-answer.ts'
import type { Mark, Question } from './question.ts'

export type Score = {
  /** Points earned, in hundredths at the finest. */
  raw: number
  min: 0
  /** Points of all questions that have a right answer, answered or not. */
  max: number
  /** 0 to 1, in ten-thousandths. */
  scaled: number
}

/**
 * Adds up the marks of a module's questions. A question that was never touched earns nothing; when
 * none was, there is no score at all rather than a score of zero. Opinions count for nothing.
 *
 * @param marks by question id
 */
export function scoreOf(
  questions: readonly Question[],
  marks: ReadonlyMap<string, Mark>,
): Score | null {
  const touched = questions.some((question) => isScored(question) && marks.has(question.id))
  return touched ? pointsScore(pointsEarned(questions, marks), pointsAsked(questions)) : null
}

/** Points of all questions that have a right answer. */
export function pointsAsked(questions: readonly Question[]): number {
  return questions.filter(isScored).reduce((sum, { points }) => sum + points, 0)
}

/** Points earned by those that were answered. */
export function pointsEarned(
  questions: readonly Question[],
  marks: ReadonlyMap<string, Mark>,
): number {
  return questions
    .filter(isScored)
    .reduce((sum, { id }) => sum + (marks.get(id)?.points ?? 0), 0)
}

/** @param max points that could be earned, more than none */
export function pointsScore(earned: number, max: number): Score {
  const raw = Math.round(earned * 100) / 100
  return { raw, min: 0, max, scaled: Math.round((raw / max) * 10_000) / 10_000 }
}

/**
 * Whether a score comes up to a threshold in percent. Scores are in ten-thousandths: what was lost
 * by rounding must not fail anybody.
 */
export function reaches({ scaled }: Score, percent: number): boolean {
  return scaled * 100 >= percent - 0.005
}
