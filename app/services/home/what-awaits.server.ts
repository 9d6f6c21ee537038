import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules, people, reviews, verdicts } from '#app/db/schema/bank/index.ts'
import {
  type EndedTie,
  modulesOnEnded,
} from '#app/services/competencies/versions/ended-ties.server.ts'
import { concerning } from '#app/services/deployments/concerning.server.ts'
import type { Deployment } from '#app/services/deployments/deployment.ts'
import {
  type ListedGuarantee,
  listEnding,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { inHandsOf } from '#app/services/modules/hands.server.ts'
import { listModules, type ModuleSummary } from '#app/services/modules/list-modules.server.ts'
import { type AskedWaiver, listAskedWaivers } from '#app/services/publication/waivers.server.ts'
import { listReviews, openRemarks } from '#app/services/review/read-review.server.ts'
import { type Member, may } from '#app/services/rights.ts'
import { endingRightsOf } from '#app/services/rights-register/register.server.ts'
import { endOfRights } from '#content-schema/rights/end-of-rights.ts'

export type WaitingReview = {
  reviewId: string
  moduleId: string
  title: string
  from: string
  dueOn: string | null
  requestedAt: number
}

export type EndingRight = { digest: string; title: string; endsOn: string; isOver: boolean }

/** What a person has to do, the most pressing first in each list. */
export type WhatAwaits = {
  reviewsToGive: WaitingReview[]
  /** Their own modules that came back, or that they are writing. */
  drafts: (ModuleSummary & { openRemarks: number })[]
  /** Approved and not yet published. */
  toPublish: ModuleSummary[]
  /** Asked by others, for those who decide. */
  waiversToDecide: AskedWaiver[]
  guaranteesEnding: ListedGuarantee[]
  /** Packages that they exported, or whose module they guard, and that somebody should look at. */
  deployments: Deployment[]
  /** What others lent and must soon be given up, and that concerns them. */
  rightsEnding: EndingRight[]
  /** Modules tied to a framework that is over: their own, or all for whoever answers for quality. */
  endedFrameworks: EndedTie[]
}

export function readWhatAwaits(
  db: Bank,
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
    waiversToDecide: may(member, 'waiver:decide') ? listAskedWaivers(db, member) : [],
    guaranteesEnding: listEnding(db, { organisationId: member.organisationId, now }),
    deployments: concerning(db, { ...member, now }),
    rightsEnding: endingRightsOf(db, { ...member, now }).map(({ digest, rights, state }) => ({
      ...{ digest, title: rights.title, isOver: state === 'ended' },
      endsOn: endOfRights(rights)!,
    })),
    endedFrameworks: onEnded(db, { member, now }),
  }
}

function onEnded(db: Bank, { member, now }: { member: Member; now: Date }): EndedTie[] {
  const { organisationId, personId, roles } = member
  const all = roles.includes('quality') || roles.includes('administrator')
  return modulesOnEnded(db, { organisationId, now }).filter(
    ({ authorId }) => all || authorId === personId,
  )
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
        inHandsOf(db, organisationId),
        isNull(verdicts.reviewId),
        isNull(reviews.endedAs),
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
  return openRemarks(listReviews(db, moduleId)).length
}
