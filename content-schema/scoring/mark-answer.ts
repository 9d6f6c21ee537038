import type { QuestionKind } from './kind.ts'
import { kinds } from './kinds/index.ts'
import type { Answer, Mark, Question } from './question.ts'

/**
 * Says what an answer is worth. An answer that cannot be read, or that another kind of question
 * gave, is worth nothing; it never makes a score that is not a number.
 */
export function markAnswer(question: Question, answer: Answer): Mark {
  const kind = kindOf(question)
  if (!kind.scored(question.key)) return { share: 1, points: 0, success: null }
  const share = kind.mark(question.key, answer)
  return {
    share,
    points: Math.round(share * question.points * 100) / 100,
    success: share === 1,
  }
}

/** Whether it can be right or wrong: an opinion cannot, and counts for no score. */
export function isScored(question: Question): boolean {
  return kindOf(question).scored(question.key)
}

/** The contract of a question's kind; the question's key is of that kind by construction. */
export function kindOf(question: Question): QuestionKind<Question['key']> {
  return kinds[question.kind] as QuestionKind<Question['key']>
}
