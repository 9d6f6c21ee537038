import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { modules, reviews, verdicts } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { inHandsOf } from '#app/services/modules/hands.server.ts'

export type Review = typeof reviews.$inferSelect
export type ReviewKey = { reviewId: string; organisationId: string }

/** @throws UserError `review.not-found` (404), also for a module that is not in its hands */
export function findReview(
  db: Pick<Bank, 'select'>,
  { reviewId, organisationId }: ReviewKey,
): { review: Review; isGiven: boolean } {
  const found = db
    .select({ review: reviews, given: verdicts.aspect })
    .from(reviews)
    .innerJoin(modules, eq(modules.id, reviews.moduleId))
    .leftJoin(verdicts, eq(verdicts.reviewId, reviews.id))
    .where(and(eq(reviews.id, reviewId), inHandsOf(db, organisationId)))
    .get()
  if (!found) throw new UserError('review.not-found', {}, 404)
  return { review: found.review, isGiven: found.given !== null }
}
