import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules, people, reviews, verdicts } from '#app/db/schema/bank/index.ts'
import { concerning } from '#app/services/deployments/concerning.server.ts'
import type { Deployment } from '#app/services/deployments/deployment.ts'
import {
  type ListedGuarantee,
  listGuaranteesOf,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { inHandsOf } from '#app/services/modules/hands.server.ts'
import { listModules, type ModuleSummary } from '#app/services/modules/list-modules.server.ts'
import { type AskedWaiver, listAskedWaivers } from '#app/services/publication/waivers.server.ts'
import { listReviews, openRemarks } from '#app/services/review/read-review.server.ts'
import { type Member, may } from '#app/services/rights.ts'
import { endingRightsOf } from '#app/services/rights-register/register.server.ts'
import { checksFor, type OpenCheck } from '#app/services/watch/to-check.server.ts'
import {
  listWatchSources,
  type WatchedSource,
} from '#app/services/watch/watch-sources.server.ts'
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
  /** Asked of them, and not answered. */
  guaranteesAsked: ListedGuarantee[]
  /** Those whose work is theirs, as guarantor or standing in, whenever they end. */
  guarantees: ListedGuarantee[]
  /** What they look at, whenever that is due. */
  watched: WatchedSource[]
  /** Packages that they exported, or whose module they guard, and that somebody should look at. */
  deployments: Deployment[]
  /** What others lent and must soon be given up, and that concerns them. */
  rightsEnding: EndingRight[]
  /** Modules to be checked: their own, those they guard, or all for whoever answers for quality. */
  toCheck: OpenCheck[]
}

export function readWhatAwaits(
  db: Bank,
  { member, now }: { member: Member; now: Date },
): WhatAwaits {
  const all = listModules(db, member.organisationId)
  const { toAnswer, own, standIn, works } = listGuaranteesOf(db, { ...member, now })
  const unfinished = all.filter((module) => module.state !== 'published')
  return {
    reviewsToGive: reviewsAsked(db, member),
    drafts: draftsOf(db, member),
    toPublish: may(member, 'module:publish')
      ? unfinished.filter((module) => module.state === 'approved')
      : [],
    waiversToDecide: may(member, 'waiver:decide') ? listAskedWaivers(db, member) : [],
    guaranteesAsked: toAnswer,
    guarantees: [...own, ...standIn].filter(({ id }) => works.includes(id)),
    watched: listWatchSources(db, { organisationId: member.organisationId, now }).filter(
      ({ watcherId }) => watcherId === member.personId,
    ),
    deployments: concerning(db, { ...member, now }),
    rightsEnding: endingRightsOf(db, { ...member, now }).map(({ digest, rights, state }) => ({
      ...{ digest, title: rights.title, isOver: state === 'ended' },
      endsOn: endOfRights(rights)!,
    })),
    toCheck: checksFor(db, { ...member, decides: decidesOfQuality(member), now }),
  }
}

/** What a person is writing, or that came back to them. */
export function draftsOf(db: Bank, member: Member): WhatAwaits['drafts'] {
  if (!may(member, 'module:write')) return []
  return listModules(db, member.organisationId)
    .filter(({ state, authorId }) => state !== 'published' && authorId === member.personId)
    .map((module) => ({ ...module, openRemarks: countOpenRemarks(db, module.id) }))
}

function decidesOfQuality({ roles }: Member): boolean {
  return roles.includes('quality') || roles.includes('administrator')
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
