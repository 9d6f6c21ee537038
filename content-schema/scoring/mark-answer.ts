import type { QuestionKind } from './kind.ts'
import { kinds } from './kinds/index.ts'
import type { Answer, Mark, Question } from './question.ts'

/**
 * Says what an answer is worth. An answer that cannot be read, or that another kind of question
 * gave, is worth nothing; it never makes a score that is not a number.
 */
export function markAnswer(question: Question, answer: Answer): Mark {
  const share = kindOf(question).mark(question.key, answer)
  return {
    share: share ?? 1,
    points: Math.round((share ?? 0) * question.points * 100) / 100,
    success: share === null ? null : share === 1,
  }
}

/** Whether it can be right or wrong: an opinion cannot, and counts for no score. */
export function isScored(question: Question): boolean {
  return markAnswer(question, []).success !== null
}

/** The contract of a question's kind; the question's key is of that kind by construction. */
export function kindOf(question: Question): QuestionKind<Question['key']> {
  return kinds[question.kind] as QuestionKind<Question['key']>
}
