import type { ParsedActivity } from '#content-schema/statements/activities.ts'
import { ratingScale, soundRemark } from '#content-schema/statements/opinion.ts'
import { opinionVerbs } from '#content-schema/statements/vocabulary.ts'
import type { StoredStatement } from '../statements/xapi-statement.ts'
import { isShortText } from './short-text.ts'

/** What a learner thinks of a part of a module. */
export type OpinionGiven =
  | { kind: 'rating'; nodeId: string; rating: number }
  | { kind: 'remark'; nodeId: string; text: string }

/** Reads a rating or a remark; `null` when the statement is none that can be counted or listed. */
export function readOpinion(
  verbId: string,
  result: StoredStatement['result'],
  activity: ParsedActivity,
): OpinionGiven | null {
  const nodeId = nodeOf(activity)
  if (!isShortText(nodeId)) return null
  if (verbId === opinionVerbs.rated) {
    const rating = result?.score?.raw
    return isRating(rating) ? { kind: 'rating', nodeId, rating } : null
  }
  const text = soundRemark(result?.response ?? '')
  return text ? { kind: 'remark', nodeId, text } : null
}

export function isOpinion(verbId: string): boolean {
  return verbId === opinionVerbs.rated || verbId === opinionVerbs.commented
}

/** The node of the document that an activity stands for; a module as a whole has none. */
function nodeOf(activity: ParsedActivity): string | null {
  if (activity.kind === 'section') return activity.sectionId
  if (activity.kind === 'question') return activity.questionId
  if (activity.kind === 'assessment') return activity.assessmentId
  return activity.kind === 'element' ? activity.elementId : null
}

function isRating(value: unknown): value is number {
  const { min, max } = ratingScale
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max
}
