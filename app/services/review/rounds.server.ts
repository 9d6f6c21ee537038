import { and, eq, isNull, max, notExists, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { reviewRounds, reviews, verdicts } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import type { ModuleKey, Revision } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { prolongLinks } from '#app/services/personal-links/personal-links.server.ts'
import { newId } from '#content-schema/identity.ts'
import { lastDayOf } from './invitations.server.ts'

/** The round on a revision: the one there is, or the next one of its module. */
export function roundOn(
  tx: Pick<Bank, 'select' | 'insert'>,
  { id: revisionId, moduleId }: Revision,
  { personId, now }: { personId: string; now: Date },
): typeof reviewRounds.$inferSelect {
  const { revisionId: revision, number, moduleId: module } = reviewRounds
  const known = tx.select().from(reviewRounds).where(eq(revision, revisionId)).get()
  if (known) return known
  const last = tx
    .select({ number: max(number) })
    .from(reviewRounds)
    .where(eq(module, moduleId))
    .get()
  return tx
    .insert(reviewRounds)
    .values({
      ...{ id: newId(), moduleId, revisionId, number: (last?.number ?? 0) + 1 },
      ...{ startedBy: personId, startedAt: now.getTime() },
    })
    .returning()
    .get()
}

export type RoundChange = ModuleKey & {
  roundId: string
  /** `YYYY-MM-DD`, `null` when there is no hurry. */
  dueOn: string | null
  message: string
  personId: string
  now: Date
}

/**
 * Gives another day and another message to all those of a round who have not answered; their links
 * open as much longer.
 *
 * @throws UserError `form.field`, `review.not-found` (404)
 */
export function changeRound(bank: Bank, change: RoundChange): void {
  const { roundId, dueOn, message, organisationId, personId, now } = change
  if (dueOn && !isDay(dueOn)) throw new UserError('form.field', { field: 'dueOn' })
  bank.transaction((tx) => {
    const { moduleId } = findHeld(tx, change)
    const changed = tx
      .update(reviews)
      .set({ dueOn, message })
      .where(
        and(
          eq(reviews.roundId, roundId),
          eq(reviews.moduleId, moduleId),
          isNull(reviews.endedAs),
          notExists(
            tx.select({ one: sql`1` }).from(verdicts).where(eq(verdicts.reviewId, reviews.id)),
          ),
        ),
      )
      .returning({ id: reviews.id })
      .all()
    if (changed.length === 0) throw new UserError('review.not-found', {}, 404)
    for (const { id } of changed)
      prolongLinks(tx, {
        ...{ purpose: 'review', subjectId: id, endsOn: lastDayOf(dueOn, now) },
      })
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      ...{ action: 'review.round-changed', details: { roundId, dueOn, message } },
    })
  })
}
