import type { Answer, Mark, Question } from './question.ts'
import { plainNumber, readNumber } from './read-number.ts'

/** Whose rules the words of a record follow. xAPI writes its interactions as SCORM 2004 does. */
export type InteractionStandard = 'scorm-12' | 'scorm-2004' | 'xapi'

/** An answer as a run-time or an LRS reads it. */
export type InteractionRecord = {
  type: 'choice' | 'true-false' | 'numeric'
  response: string
  correctPattern: string
  result: 'correct' | 'incorrect' | 'wrong'
}

/**
 * Writes an answer in the words of a standard.
 *
 * SCORM 1.2 takes one character a choice: a, b, c … by the order of authoring, whatever the order
 * on screen. The others take the choices' own ids.
 *
 * @see SCORM 1.2 Run-Time Environment §3.4.4, SCORM 2004 4th edition §4.2.9, xAPI 1.0.3 Data §2.4.4.1
 */
export function interactionRecord(
  question: Question,
  answer: Answer,
  mark: Mark,
  standard: InteractionStandard,
): InteractionRecord {
  const wrong = standard === 'scorm-12' ? 'wrong' : 'incorrect'
  return {
    type: interactionType(question),
    response: responseOf(question, answer, standard),
    correctPattern: correctPattern(question, standard),
    result: mark.success ? 'correct' : wrong,
  }
}

export function interactionType(question: Question): InteractionRecord['type'] {
  if (question.kind === 'trueFalse') return 'true-false'
  return question.kind === 'numeric' ? 'numeric' : 'choice'
}

export function correctPattern(question: Question, standard: InteractionStandard): string {
  switch (question.kind) {
    case 'trueFalse':
      return truth(question.answer, standard)
    case 'numeric':
      return numericPattern(question.value, question.tolerance, standard)
    default:
      return choicePattern(
        question,
        question.choices.filter((choice) => choice.correct).map((choice) => choice.id),
        standard,
      )
  }
}

function responseOf(question: Question, answer: Answer, standard: InteractionStandard): string {
  switch (answer.kind) {
    case 'truth':
      return truth(answer.value, standard)
    case 'number':
      return plainNumber(readNumber(answer.text) ?? 0)
    case 'choices':
      return choicePattern(question, answer.ids, standard)
  }
}

function truth(value: boolean, standard: InteractionStandard): string {
  return standard === 'scorm-12' ? String(value).charAt(0) : String(value)
}

/** SCORM 1.2 knows one right number only; the others a range. */
function numericPattern(
  value: number,
  tolerance: number,
  standard: InteractionStandard,
): string {
  if (standard === 'scorm-12') return plainNumber(value)
  return `${plainNumber(value - tolerance)}[:]${plainNumber(value + tolerance)}`
}

function choicePattern(
  question: Question,
  ids: string[],
  standard: InteractionStandard,
): string {
  const authored = 'choices' in question ? question.choices.map((choice) => choice.id) : []
  const chosen = authored.filter((id) => ids.includes(id))
  if (standard !== 'scorm-12') return chosen.join('[,]')
  return chosen.map((id) => String.fromCharCode(97 + authored.indexOf(id))).join(',')
}
