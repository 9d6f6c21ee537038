import type { StatementsDb } from '#app/db/client.server.ts'
import { questionRows, responseRows } from './cells.server.ts'
import { correlation, meanOf, wilson } from './intervals.ts'
import {
  type ChoiceCount,
  fewestForDiscrimination,
  type QuestionQuality,
  type ResponseCount,
} from './quality.ts'

/** Marks are kept in thousandths, so that their sums are whole. */
const wholeMark = 1000

/** Item analysis of each question of an edition, from first tries. */
export function readQuestions(statements: StatementsDb, ids: number[]): QuestionQuality[] {
  const responses = responseRows(statements, ids)
  return questionRows(statements, ids).map((row) => {
    const { questionId, keyDigest, answers } = row
    const given = responses.filter(
      (each) => each.questionId === questionId && each.keyDigest === keyDigest,
    )
    return {
      questionId,
      keyDigest,
      answers,
      firstTry: wilson(row.succeeded, answers),
      facility: meanOf(row.mark / wholeMark, answers),
      meanTries: answers === 0 ? null : row.tries / answers,
      responses: given.map((each) => counted(each, answers)).sort(byCount),
      choices: countChoices(given, answers),
      discrimination: discriminationOf(row),
    }
  })
}

type ResponseRow = { response: string; count: number }

function counted({ response, count }: ResponseRow, answers: number): ResponseCount {
  return { response, count, share: count / answers }
}

/**
 * How many first answers have each choice. Several choices stand in one response, between
 * `[,]`.
 *
 * @see SCORM 2004 4th edition Run-Time Environment 4.2.9.1; xAPI 1.0.3, Data 2.4.4.1
 */
function countChoices(rows: ResponseRow[], answers: number): ChoiceCount[] {
  const counts = new Map<string, number>()
  for (const { response, count } of rows) {
    for (const id of response.split('[,]')) counts.set(id, (counts.get(id) ?? 0) + count)
  }
  counts.delete('')
  return [...counts]
    .map(([choiceId, count]) => ({ choiceId, count, share: count / answers }))
    .sort(byCount)
}

function byCount(a: { count: number }, b: { count: number }): number {
  return b.count - a.count
}

/** Correlation of the mark with the rest, as Moodle's discrimination index. */
function discriminationOf(row: ReturnType<typeof questionRows>[0]): number | null {
  if (row.answers < fewestForDiscrimination) return null
  return correlation({
    n: row.answers,
    x: row.mark,
    xx: row.markSquared,
    y: row.rest,
    yy: row.restSquared,
    xy: row.markTimesRest,
  })
}
