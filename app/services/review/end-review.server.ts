import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type ReviewEnd, reviews } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { revokeLinks } from '#app/services/personal-links/personal-links.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { findReview, type ReviewKey } from './find-review.server.ts'
import { arrival } from './reviewer.server.ts'

type Ending = ReviewKey & { personId: string; now: Date }

/**
 * Whoever was asked says that they will not do it, and why.
 *
 * @throws UserError `waiver.reason-missing`, `review.not-yours` (403), `review.ended` or
 *   `review.already-given` (409)
 */
export function declineReview(bank: Bank, ending: Ending & { reason: string }): void {
  if (ending.reason.trim() === '') throw new UserError('waiver.reason-missing')
  end(bank, ending, { as: 'declined', reason: ending.reason.trim(), by: 'reviewer' })
}

/**
 * Takes a review back: nobody waits for it any more, and a guest's links open nothing. What was said
 * in it stays; one that was given stays given, and only its links go.
 *
 * @throws UserError `review.not-found` (404), `review.ended` (409)
 */
export function withdrawReview(bank: Bank, ending: Ending): void {
  end(bank, ending, { as: 'withdrawn', reason: '', by: 'asker' })
}

function end(
  bank: Bank,
  { personId, organisationId, now, ...key }: Ending,
  { as, reason, by }: { as: ReviewEnd; reason: string; by: 'reviewer' | 'asker' },
): void {
  bank.transaction((tx) => {
    const { review, isGiven } = findReview(tx, { ...key, organisationId })
    const { id: subjectId, moduleId, expertId } = review
    if (by === 'reviewer' && expertId !== personId)
      throw new UserError('review.not-yours', {}, 403)
    if (review.endedAs) throw new UserError('review.ended', {}, 409)
    if (isGiven && by === 'reviewer') throw new UserError('review.already-given', {}, 409)
    const at = now.getTime()
    if (by === 'asker') revokeLinks(tx, { purpose: 'review', subjectId, now })
    if (!isGiven)
      tx.update(reviews)
        .set({ endedAs: as, endedAt: at, endedReason: reason })
        .where(eq(reviews.id, subjectId))
        .run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: moduleId },
      action: isGiven ? 'review.link-revoked' : `review.${as}`,
      details: { reviewId: subjectId, expertId, reason, ...arrival(tx, review, personId) },
    })
    indexModule(tx, moduleId, now)
  })
}
