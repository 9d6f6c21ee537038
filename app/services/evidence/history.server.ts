import { and, eq, like, not } from 'drizzle-orm'
import {
  type ArchivedDecision,
  type ArchivedEvent,
  type ArchivedGuarantee,
  type ArchivedHistory,
  type ArchivedReview,
  auditEntries,
  checklistAnswers,
  commercialDecisions,
  guaranteeAnswers,
  guarantees,
  remarks,
  reviewRounds,
  reviews,
  revisions,
  verdicts,
} from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import type { NameOf } from './names.server.ts'
import { opportunitiesOf, trialsOf } from './sessions.server.ts'

export const noHistory: ArchivedHistory = {
  reviews: [],
  guarantees: [],
  decisions: [],
  events: [],
  opportunities: [],
  trials: [],
}

/** What happened to a module: elsewhere first, as it came, then here, in the order of time. */
export function historyOf(
  db: Reader,
  { moduleId, organisationId }: { moduleId: string; organisationId: string },
  nameOf: NameOf,
  before: ArchivedHistory,
): ArchivedHistory {
  return {
    reviews: [...before.reviews, ...reviewsOf(db, moduleId, nameOf)],
    guarantees: [...before.guarantees, ...guaranteesOf(db, moduleId, nameOf)],
    decisions: [...before.decisions, ...decisionsOf(db, moduleId, nameOf)],
    events: [...before.events, ...eventsOf(db, { moduleId, organisationId }, nameOf)],
    opportunities: [...(before.opportunities ?? []), ...opportunitiesOf(db, moduleId, nameOf)],
    trials: [...(before.trials ?? []), ...trialsOf(db, moduleId, nameOf)],
  }
}

function reviewsOf(db: Reader, moduleId: string, nameOf: NameOf): ArchivedReview[] {
  return db
    .select({ review: reviews, revision: revisions, round: reviewRounds.number })
    .from(reviews)
    .innerJoin(revisions, eq(revisions.id, reviews.revisionId))
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .where(eq(reviews.moduleId, moduleId))
    .orderBy(reviews.requestedAt, reviews.id)
    .all()
    .map(({ review, revision, round }) => ({
      revision: revision.number,
      digest: revision.digest,
      round,
      expert: nameOf(review.expertId),
      requestedBy: nameOf(review.requestedBy),
      requestedAt: review.requestedAt,
      dueOn: review.dueOn,
      message: review.message,
      signsAs: review.signsAs,
      ended: endOf(review),
      aspects: review.aspects,
      checklist: checklistOf(db, review.id),
      verdicts: verdictsOf(db, review.id, nameOf),
      remarks: remarksOf(db, review.id, nameOf),
    }))
}

function endOf({ endedAs, endedAt, endedReason }: typeof reviews.$inferSelect) {
  return endedAs && { as: endedAs, at: endedAt ?? 0, reason: endedReason }
}

function checklistOf(db: Reader, reviewId: string): ArchivedReview['checklist'] {
  const { aspect, text, answer, note } = checklistAnswers
  return db
    .select({ aspect, text, answer, note })
    .from(checklistAnswers)
    .where(eq(checklistAnswers.reviewId, reviewId))
    .orderBy(aspect, checklistAnswers.place)
    .all()
}

function verdictsOf(db: Reader, reviewId: string, nameOf: NameOf) {
  return db
    .select()
    .from(verdicts)
    .where(eq(verdicts.reviewId, reviewId))
    .orderBy(verdicts.aspect)
    .all()
    .map(({ aspect, value, digest, scopeDigest, note, personId, givenAt }) => ({
      ...{ aspect, value, digest, scopeDigest, note, person: nameOf(personId), givenAt },
    }))
}

function remarksOf(db: Reader, reviewId: string, nameOf: NameOf): ArchivedReview['remarks'] {
  return db
    .select()
    .from(remarks)
    .where(eq(remarks.reviewId, reviewId))
    .orderBy(remarks.madeAt, remarks.id)
    .all()
    .map(({ id: _, reviewId: __, authorId, resolvedBy, ...said }) => ({
      ...{ ...said, author: nameOf(authorId) },
      resolvedBy: resolvedBy && nameOf(resolvedBy),
    }))
}

/** Those that counted: what was only asked was no promise. */
function guaranteesOf(db: Reader, moduleId: string, nameOf: NameOf): ArchivedGuarantee[] {
  return db
    .select({ row: guarantees })
    .from(guarantees)
    .innerJoin(guaranteeAnswers, eq(guaranteeAnswers.guaranteeId, guarantees.id))
    .where(and(eq(guarantees.moduleId, moduleId), eq(guaranteeAnswers.answer, 'accepted')))
    .orderBy(guarantees.recordedAt, guarantees.id)
    .all()
    .map(({ row }) => row)
    .map(({ aspect, personId, startsOn, endsOn, recordedBy, recordedAt }) => ({
      ...{ aspect, person: nameOf(personId), startsOn, endsOn },
      ...{ recordedBy: nameOf(recordedBy), recordedAt },
    }))
}

function decisionsOf(db: Reader, moduleId: string, nameOf: NameOf): ArchivedDecision[] {
  return db
    .select()
    .from(commercialDecisions)
    .where(eq(commercialDecisions.moduleId, moduleId))
    .orderBy(commercialDecisions.decidedAt, commercialDecisions.id)
    .all()
    .map(({ digests, reason, decidedBy, decidedAt, withdrawnBy, withdrawnAt }) => ({
      ...{ digests, reason, decidedBy: nameOf(decidedBy), decidedAt },
      ...{ withdrawnBy: withdrawnBy && nameOf(withdrawnBy), withdrawnAt },
    }))
}

/** That a module came in an archive is of this bank alone: it is not passed on. */
function eventsOf(
  db: Reader,
  { moduleId, organisationId }: { moduleId: string; organisationId: string },
  nameOf: NameOf,
): ArchivedEvent[] {
  return db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.object, moduleId),
        eq(auditEntries.organisationId, organisationId),
        not(like(auditEntries.action, 'archive.%')),
      ),
    )
    .orderBy(auditEntries.sequence)
    .all()
    .map(({ at, personId, action, details, seal }) => ({
      ...{ at, person: nameOf(personId), action, seal },
      details: withNames(details, nameOf),
    }))
}

/** A detail that is the id of somebody becomes their name. */
function withNames(details: ArchivedEvent['details'], nameOf: NameOf) {
  const named = Object.entries(details).map(([key, value]) => {
    const name = typeof value === 'string' && isId(value) ? nameOf(value) : ''
    return [key, name || value] as const
  })
  return Object.fromEntries(named)
}

function isId(text: string): boolean {
  return /^[0-9a-z]{10}$/.test(text)
}
