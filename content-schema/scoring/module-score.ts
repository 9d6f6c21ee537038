import { type Attempts, type Paper, pointsOfPaper } from './assessment.ts'
import { isScored } from './mark-answer.ts'
import type { Mark, Question } from './question.ts'
import { pointsAsked, pointsEarned, pointsScore, type Score } from './score-of.ts'

/** An assessment of a module, as far as a learner has come with it. */
export type SatPaper = {
  paper: Paper
  attempts: Attempts
  /** The module is not complete without it. */
  required: boolean
}

/**
 * The score of a module: its questions as {@link scoreOf} adds them up, and its assessments, each by
 * its best attempt.
 *
 * What an attempt did not draw counts for nothing. An assessment that was never handed in earns
 * nothing, like a question never touched; one that may be left out then costs nothing either.
 *
 * @param questions those outside assessments
 * @param marks of theirs, by question id
 */
export function moduleScore(
  questions: readonly Question[],
  marks: ReadonlyMap<string, Mark>,
  papers: readonly SatPaper[],
): Score | null {
  const counted = papers
    .filter(({ attempts, required }) => required || attempts.best)
    .map((each) => ({ ...pointsOfPaper(each.paper, each.attempts), sat: each.attempts.best }))
  const touched =
    questions.some((question) => isScored(question) && marks.has(question.id)) ||
    counted.some(({ sat, max }) => sat !== null && max > 0)
  if (!touched) return null
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return pointsScore(
    pointsEarned(questions, marks) + sum(counted.map(({ raw }) => raw)),
    pointsAsked(questions) + sum(counted.map(({ max }) => max)),
  )
}
