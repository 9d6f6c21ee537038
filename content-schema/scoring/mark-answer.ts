import type { Answer, Mark, Question, QuestionChoice } from './question.ts'
import { readNumber } from './read-number.ts'

/**
 * Says what an answer is worth. An answer of another kind than the question's, or one that cannot
 * be read, is worth nothing; it never makes a score that is not a number.
 */
export function markAnswer(question: Question, answer: Answer): Mark {
  const share = shareOf(question, answer)
  return {
    share,
    points: Math.round(share * question.points * 100) / 100,
    success: share === 1,
  }
}

function shareOf(question: Question, answer: Answer): number {
  if (question.kind === 'trueFalse') {
    return answer.kind === 'truth' && answer.value === question.answer ? 1 : 0
  }
  if (question.kind === 'numeric') {
    return answer.kind === 'number' && isNear(question, readNumber(answer.text)) ? 1 : 0
  }
  if (answer.kind !== 'choices') return 0
  const partial = question.kind === 'multipleChoice' && question.partialCredit
  return shareOfChoices(question.choices, new Set(answer.ids), partial)
}

/** Each right choice earns its share and each wrong one takes a share back, never below zero. */
function shareOfChoices(
  choices: QuestionChoice[],
  chosen: Set<string>,
  partial: boolean,
): number {
  const right = choices.filter((choice) => choice.correct)
  const found = right.filter((choice) => chosen.has(choice.id)).length
  const wrong = chosen.size - found
  if (right.length === 0) return 0
  if (found === right.length && wrong === 0) return 1
  return partial ? Math.max(0, (found - wrong) / right.length) : 0
}

/** Binary fractions make 0.1 + 0.2 miss 0.3: a billionth of the larger number is forgiven. */
function isNear(question: { value: number; tolerance: number }, given: number | null): boolean {
  if (given === null) return false
  const slack = 1e-9 * Math.max(1, Math.abs(question.value), Math.abs(given))
  return Math.abs(given - question.value) <= question.tolerance + slack
}
