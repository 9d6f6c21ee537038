import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { guests, reviews, verdicts } from '#app/db/schema/bank/index.ts'
import { shiftDay } from '#app/services/guarantees/days.ts'
import { type Delivery, remindReview } from '#app/services/review/invitations.server.ts'
import { claim } from './claim.server.ts'
import { dayDue } from './run-daily.server.ts'

/**
 * Reminds guests of what they were asked to review: the day before, on the day and the day after. They
 * have no home page that would say so; each letter brings a link that opens.
 *
 * @returns how many letters were queued
 */
export function remindGuests(bank: Bank, delivery: Delivery, now: Date): number {
  const day = dayDue(now)
  const near = [-1, 0, 1].map((days) => shiftDay(day, days))
  const waiting = bank
    .select({ review: reviews })
    .from(reviews)
    .innerJoin(guests, eq(guests.personId, reviews.expertId))
    .leftJoin(verdicts, eq(verdicts.reviewId, reviews.id))
    .where(
      and(inArray(reviews.dueOn, near), isNull(verdicts.reviewId), isNull(reviews.endedAs)),
    )
    .all()
  const reminded = waiting.filter(({ review }) =>
    bank.transaction(
      (tx) =>
        claim(tx, `guest ${review.id}`, day, now) &&
        remindReview(tx, review, { ...delivery, now }),
    ),
  )
  return reminded.length
}
