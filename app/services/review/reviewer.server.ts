import { and, desc, eq, ne } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { reviews, reviewVisits } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { findGuest } from '#app/services/personal-links/guests.server.ts'
import { findReview, type Review, type ReviewKey } from './find-review.server.ts'

type Reader = Pick<Bank, 'select'>

/** How whoever acts in a review came, for the audit trail: nothing for a member. */
export function arrival(
  tx: Reader,
  review: Review,
  personId: string,
): { by?: 'link'; signsAs?: string } {
  if (review.expertId !== personId || !findGuest(tx, personId)) return {}
  return { by: 'link', ...(review.signsAs && { signsAs: review.signsAs }) }
}

/**
 * The review, if it is asked of somebody and waits for them. A guest says their name with the first
 * thing they do.
 *
 * @throws UserError `review.not-found` (404), `review.not-yours` (403), `review.already-given` or
 *   `review.ended` (409), `review.name-missing`
 */
export function findOpenReview(
  tx: Pick<Bank, 'select' | 'update'>,
  key: ReviewKey & { personId: string; name?: string | undefined },
): Review {
  const { review, isGiven } = findReview(tx, key)
  if (review.expertId !== key.personId) throw new UserError('review.not-yours', {}, 403)
  if (isGiven) throw new UserError('review.already-given', {}, 409)
  if (review.endedAs) throw new UserError('review.ended', {}, 409)
  if (review.signsAs !== null || !findGuest(tx, key.personId)) return review
  const signsAs = key.name?.trim() ?? ''
  if (signsAs === '') throw new UserError('review.name-missing')
  tx.update(reviews).set({ signsAs }).where(eq(reviews.id, review.id)).run()
  return { ...review, signsAs }
}

/** Remembers that a reviewer has the text in front of them: said by their page, never by a fetch of it. */
export function recordVisit(
  bank: Bank,
  { personId, now, ...key }: ReviewKey & { personId: string; now: Date },
): void {
  bank.transaction((tx) => {
    const { review } = findReview(tx, key)
    if (review.expertId !== personId) throw new UserError('review.not-yours', {}, 403)
    const { digest } = findRevision(tx, review.revisionId)
    const at = now.getTime()
    tx.insert(reviewVisits)
      .values({ reviewId: review.id, digest, firstAt: at, lastAt: at })
      .onConflictDoUpdate({
        target: [reviewVisits.reviewId, reviewVisits.digest],
        set: { lastAt: at },
      })
      .run()
  })
}

/** The digest of the text that a reviewer saw last before this one; `null` where they saw none. */
export function lastSeen(db: Reader, review: Review): { digest: string; at: number } | null {
  const { digest } = findRevision(db, review.revisionId)
  const seen = db
    .select({ digest: reviewVisits.digest, at: reviewVisits.lastAt })
    .from(reviewVisits)
    .innerJoin(reviews, eq(reviews.id, reviewVisits.reviewId))
    .where(
      and(
        eq(reviews.moduleId, review.moduleId),
        eq(reviews.expertId, review.expertId),
        ne(reviewVisits.digest, digest),
      ),
    )
    .orderBy(desc(reviewVisits.lastAt))
    .get()
  return seen ?? null
}
