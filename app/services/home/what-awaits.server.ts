import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules, people, reviews, verdicts } from '#app/db/schema/bank/index.ts'
import {
  type EndingGuarantee,
  listEnding,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { listModules, type ModuleSummary } from '#app/services/modules/list-modules.server.ts'
import { listReviews } from '#app/services/review/read-review.server.ts'
import { type Member, may } from '#app/services/rights.ts'

export type WaitingReview = {
  reviewId: string
  moduleId: string
  title: string
  from: string
  dueOn: string | null
  requestedAt: number
}

/** What a person has to do, the most pressing first in each list. */
export type WhatAwaits = {
  reviewsToGive: WaitingReview[]
  /** Their own modules that came back, or that they are writing. */
  drafts: (ModuleSummary & { openRemarks: number })[]
  /** Approved and not yet published. */
  toPublish: ModuleSummary[]
  guaranteesEnding: EndingGuarantee[]
}

export function readWhatAwaits(
  db: Pick<Bank, 'select'>,
  { member, now }: { member: Member; now: Date },
): WhatAwaits {
  const all = listModules(db, member.organisationId)
  const unfinished = all.filter((module) => module.state !== 'published')
  return {
    reviewsToGive: reviewsAsked(db, member),
    drafts: unfinished
      .filter((module) => may(member, 'module:write') && module.authorId === member.personId)
      .map((module) => ({ ...module, openRemarks: countOpenRemarks(db, module.id) })),
    toPublish: may(member, 'module:publish')
      ? unfinished.filter((module) => module.state === 'approved')
      : [],
    guaranteesEnding: listEnding(db, { organisationId: member.organisationId, now }),
  }
}

function reviewsAsked(
  db: Pick<Bank, 'select'>,
  { personId, organisationId }: Member,
): WaitingReview[] {
  return db
    .select({ review: reviews, facts: drafts.facts, from: people.name })
    .from(reviews)
    .innerJoin(modules, eq(modules.id, reviews.moduleId))
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .innerJoin(people, eq(people.id, reviews.requestedBy))
    .leftJoin(verdicts, eq(verdicts.reviewId, reviews.id))
    .where(
      and(
        eq(reviews.expertId, personId),
        eq(modules.organisationId, organisationId),
        isNull(verdicts.reviewId),
      ),
    )
    .orderBy(reviews.dueOn, reviews.requestedAt)
    .all()
    .map(({ review, facts, from }) => ({
      reviewId: review.id,
      moduleId: review.moduleId,
      title: facts.title,
      from,
      dueOn: review.dueOn,
      requestedAt: review.requestedAt,
    }))
}

function countOpenRemarks(db: Pick<Bank, 'select'>, moduleId: string): number {
  return listReviews(db, moduleId).flatMap((review) =>
    review.remarks.filter((remark) => !remark.resolved),
  ).length
}
