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
  const scored = questions.filter(isScored)
  const touched = scored.filter((question) => marks.has(question.id))
  if (touched.length === 0) return null
  const max = scored.reduce((sum, question) => sum + question.points, 0)
  const earned = touched.reduce((sum, { id }) => sum + (marks.get(id)?.points ?? 0), 0)
  const raw = Math.round(earned * 100) / 100
  return { raw, min: 0, max, scaled: Math.round((raw / max) * 10_000) / 10_000 }
}
