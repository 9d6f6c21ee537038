import { asc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type CheckAnswer, checklistAnswers, reviews } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { organisationOf } from '#app/services/reuse/content-digest.server.ts'
import type { Aspect } from '#content-schema/module.ts'
import { checklistOf } from './checklists.server.ts'
import type { Review } from './find-review.server.ts'
import { reads } from './shipped-checklists.ts'

/** What a reviewer says of one item. */
export type CheckGiven = {
  key: string
  /** The item's words as they read them. */
  text: string
  /** `null` where they leave it unanswered. */
  answer: CheckAnswer | null
  note: string
}

/** An answer as it was kept, with the words it was given to. */
export type CheckView = { key: string; text: string; answer: CheckAnswer; note: string }

/**
 * Keeps what was answered beside a verdict, in its transaction; what is not answered leaves nothing.
 *
 * @throws UserError `checklist.changed` (409) when an item does not read so any more,
 *   `checklist.note-alone` when something is noted that is not answered
 */
export function keepAnswers(
  tx: Pick<Bank, 'select' | 'insert'>,
  review: Review,
  given: readonly { aspect: Aspect; checks?: readonly CheckGiven[] | undefined }[],
): void {
  const organisationId = organisationOf(tx, review.moduleId)
  for (const { aspect, checks = [] } of given) {
    const said = checks.filter(({ answer, note }) => answer !== null || note.trim() !== '')
    const { items } =
      said.length > 0 ? checklistOf(tx, { organisationId, aspect }) : { items: [] }
    for (const { key, text, answer, note } of said) {
      const place = items.findIndex((item) => item.key === key && reads(item, text))
      if (place < 0) throw new UserError('checklist.changed', {}, 409)
      if (answer === null) throw new UserError('checklist.note-alone', { item: text })
      tx.insert(checklistAnswers)
        .values({ reviewId: review.id, aspect, itemKey: key, place, text, answer, note })
        .run()
    }
  }
}

/** What was answered in the reviews of a module, by review, in the order of the lists as they stood. */
export function answersIn(
  db: Pick<Bank, 'select'>,
  moduleId: string,
): (of: { reviewId: string; aspect: Aspect }) => CheckView[] {
  const rows = db
    .select({ row: checklistAnswers })
    .from(checklistAnswers)
    .innerJoin(reviews, eq(reviews.id, checklistAnswers.reviewId))
    .where(eq(reviews.moduleId, moduleId))
    .orderBy(asc(checklistAnswers.place))
    .all()
  return ({ reviewId, aspect }) =>
    rows
      .filter(({ row }) => row.reviewId === reviewId && row.aspect === aspect)
      .map(({ row: { itemKey: key, text, answer, note } }) => ({ key, text, answer, note }))
}
