import type { InteractionStandard, InteractionType } from './kind.ts'
import { kindOf, markAnswer } from './mark-answer.ts'
import type { Answer, Question } from './question.ts'

/** One interaction of an answer as a run-time or an LRS reads it. */
export type InteractionRecord = {
  /** The question's id, or that of the part of it this is about. */
  id: string
  type: InteractionType
  response: string
  /** `null` when there is no right or wrong. */
  success: boolean | null
}

/**
 * Writes an answer in the words of a standard: one record, or one a part where the standard has no
 * way to say several things at once.
 *
 * @see SCORM 1.2 Run-Time Environment §3.4.4, SCORM 2004 4th edition §4.2.9, xAPI 1.0.3 Data §2.4.4.1
 */
export function interactionRecords(
  question: Question,
  answer: Answer,
  standard: InteractionStandard,
): InteractionRecord[] {
  const { success } = markAnswer(question, answer)
  return kindOf(question)
    .records(question.key, answer, standard)
    .map(({ part = question.id, ...record }) => ({ success, ...record, id: part }))
}
