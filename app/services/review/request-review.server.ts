import type { Bank } from '#app/db/client.server.ts'
import { reviews } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import type { ModuleKey, Revision } from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import {
  findGuest,
  findOrAddGuest,
  type Invited,
} from '#app/services/personal-links/guests.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { refuseContributor, samePerson } from './contributors.server.ts'
import type { Review } from './find-review.server.ts'
import { type Delivery, type HandedLink, inviteGuest } from './invitations.server.ts'
import { listReviews } from './read-review.server.ts'
import { roundOn } from './rounds.server.ts'
import { isAwaited } from './state.ts'

/** An expert of one's own organisation, or one of its guests, known or to be invited. */
export type Asked =
  | { personId: string }
  | (Omit<Invited, 'organisationId'> & { by: 'letter' | 'hand' })

export type RoundRequest = ModuleKey &
  Delivery & {
    /** At least one. */
    asked: readonly Asked[]
    /** What they are asked to look at: at least one. */
    aspects: readonly Aspect[]
    personId: string
    message: string
    /** `YYYY-MM-DD`, `null` when there is no hurry. */
    dueOn: string | null
    now: Date
  }

/**
 * Freezes the draft and hands the copy to several people, none of whom may be among its authors: to
 * all of them, or to nobody.
 *
 * @returns the reviews, in the order they were asked, and the links that no letter carries
 * @throws UserError `review.no-aspect`, `review.nobody`, `review.stranger` (404),
 *   `review.expert-is-author` or `review.already-asked` (409)
 */
export function requestRound(
  bank: Bank,
  request: RoundRequest,
): { reviewIds: string[]; handed: HandedLink[] } {
  const { personId, organisationId, dueOn, now } = request
  const wanted = aspects.filter((aspect) => request.aspects.includes(aspect))
  if (wanted.length === 0) throw new UserError('review.no-aspect')
  if (request.asked.length === 0) throw new UserError('review.nobody')
  if (dueOn && !isDay(dueOn)) throw new UserError('form.field', { field: 'dueOn' })
  return bank.transaction((tx) => {
    const { draft } = findHeld(tx, request)
    const invited = request.asked.map((each) => ({
      expertId:
        'personId' in each ? each.personId : findOrAddGuest(tx, { ...each, organisationId }),
      by: 'by' in each ? each.by : ('letter' as const),
    }))
    for (const { expertId } of invited)
      refuseReviewer(tx, { expertId, moduleId: draft.moduleId, personId, organisationId })
    const revision = freezeRevision(tx, draft, { personId, now })
    const handed: HandedLink[] = []
    const reviewIds = invited.map(({ expertId, by }) => {
      refuseAskingTwice(tx, revision, { expertId, wanted })
      const review = addReview(tx, revision, { ...request, expertId, aspects: wanted })
      const guest = findGuest(tx, expertId)
      const address = guest && inviteGuest(tx, review, { ...request, by })
      if (address) handed.push({ reviewId: review.id, name: guest.name, address })
      return review.id
    })
    indexModule(tx, draft.moduleId, now)
    return { reviewIds, handed }
  })
}

export type ReviewRequest = Omit<RoundRequest, 'asked' | keyof Delivery> & { expertId: string }

/** A round of one expert of one's own organisation, who needs no link. @returns the review's id */
export function requestReview(bank: Bank, { expertId, ...request }: ReviewRequest): string {
  const asked = [{ personId: expertId }]
  const letterOf = () => {
    throw new RangeError('a guest is asked in a round')
  }
  return requestRound(bank, { ...request, asked, publicUrl: '', letterOf }).reviewIds[0]!
}

type Adding = Omit<RoundRequest, 'asked' | keyof Delivery> & {
  expertId: string
  aspects: Aspect[]
}

function addReview(
  tx: Pick<Bank, 'select' | 'insert'>,
  revision: Revision,
  { expertId, personId, organisationId, aspects: wanted, dueOn, message, now }: Adding,
): Review {
  const at = now.getTime()
  const { moduleId } = revision
  const round = roundOn(tx, revision, { personId, now })
  const review = tx
    .insert(reviews)
    .values({
      ...{ id: newId(), moduleId, revisionId: revision.id, roundId: round.id, expertId },
      ...{ aspects: wanted, requestedBy: personId, requestedAt: at, dueOn, message },
    })
    .returning()
    .get()
  const by = findGuest(tx, expertId) ? { by: 'link' } : {}
  recordEvent(tx, {
    ...{ at, organisationId, personId, action: 'review.requested', object: moduleId },
    details: { expertId, digest: revision.digest, aspects: wanted.join(' '), ...by },
  })
  return review
}

type Reviewer = { expertId: string; moduleId: string; personId: string; organisationId: string }

function refuseReviewer(
  tx: Pick<Bank, 'select'>,
  { expertId, moduleId, personId, organisationId }: Reviewer,
): void {
  if (samePerson(tx, expertId).includes(personId))
    throw new UserError('review.expert-is-author', {}, 409)
  refuseContributor(tx, { moduleId, personId: expertId })
  const isOurs =
    findGuest(tx, expertId)?.organisationId === organisationId ||
    isMember(tx, { personId: expertId, organisationId, role: 'expert' })
  if (!isOurs) throw new UserError('review.stranger', {}, 404)
}

function refuseAskingTwice(
  tx: Pick<Bank, 'select'>,
  { moduleId, digest }: Revision,
  { expertId, wanted }: { expertId: string; wanted: readonly Aspect[] },
): void {
  const waiting = listReviews(tx, moduleId).some(
    (review) =>
      review.expertId === expertId &&
      review.digest === digest &&
      isAwaited(review) &&
      review.aspects.some((aspect) => wanted.includes(aspect)),
  )
  if (waiting) throw new UserError('review.already-asked', {}, 409)
}
