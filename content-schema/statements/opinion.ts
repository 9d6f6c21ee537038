import { activities } from './activities.ts'
import { type Attempt, type Moment, statementOf } from './build-statement.ts'
import type { Result, Statement } from './statement.ts'
import { opinionVerbs } from './vocabulary.ts'

/** What a learner may speak of: a section, or an element in it. */
export type Part = { sectionId: string } & (
  | { kind: 'section' }
  | { kind: 'question'; id: string; keyDigest: string }
  | { kind: 'assessment' | 'element'; id: string }
)

/** What a learner says of a part: how much it helps them, 1 to 5, or a remark in words. */
export type Opinion = { rating: number } | { text: string }

/** The scale of the public Feedback Interaction Profile. @see https://xapi.com.au */
export const ratingScale = { min: 1, max: 5 } as const
export const ratings = [1, 2, 3, 4, 5] as const
/** Characters of a remark. */
export const longestRemark = 1000

/** A learner rated a part of a module, or remarked on it. */
export function onPart(
  attempt: Attempt,
  part: Part,
  moment: Moment,
  opinion: Opinion,
): Statement {
  const { iriBase, moduleId } = attempt
  const isRating = 'rating' in opinion
  const result: Result = isRating
    ? { score: { raw: opinion.rating, ...ratingScale } }
    : { response: soundRemark(opinion.text) }
  const name = isRating ? 'rated' : 'commented'
  const verb = { name, id: opinionVerbs[name] }
  const made = statementOf(attempt, verb, moment, { id: activityOf(attempt, part) }, result)
  if (part.kind !== 'section') {
    const parent = { id: activities.section(iriBase, moduleId, part.sectionId) }
    made.context.contextActivities.parent = [parent]
  }
  return made
}

function activityOf({ iriBase, moduleId }: Attempt, part: Part): string {
  if (part.kind === 'section') return activities.section(iriBase, moduleId, part.sectionId)
  if (part.kind === 'question') {
    return activities.question(iriBase, moduleId, part.id, part.keyDigest)
  }
  return activities[part.kind](iriBase, moduleId, part.id)
}

/** A remark as it is sent and listed: of its length, with no way to find whoever wrote it. */
export function soundRemark(text: string): string {
  return text.slice(0, longestRemark).replace(mail, hidden).replace(telephone, hidden).trim()
}

const hidden = '[…]'
/** Bounded as addresses are, so that no text takes long. @see RFC 5321, 4.5.3.1 */
const mail = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}/g
/** Nine digits or more that begin as a number to call does. */
const telephone = /(?:\+|\b0)\d(?:[\s.()/-]{0,2}\d){7,13}(?!\d)/g
