import type { Bank } from '#app/db/client.server.ts'
import { reviews } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import type { ModuleKey, Revision } from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { refuseContributor } from './contributors.server.ts'
import { listReviews } from './read-review.server.ts'

export type ReviewRequest = ModuleKey & {
  expertId: string
  /** What they are asked to look at: at least one. */
  aspects: readonly Aspect[]
  personId: string
  message: string
  /** `YYYY-MM-DD`, `null` when there is no hurry. */
  dueOn: string | null
  now: Date
}

/**
 * Freezes the draft and hands the copy to a subject expert of one's own organisation, who must not be
 * among its authors.
 *
 * @throws UserError `review.no-aspect`, `review.stranger` (404), `review.expert-is-author` or
 *   `review.already-asked` (409)
 */
export function requestReview(bank: Bank, request: ReviewRequest): string {
  const { expertId, personId, organisationId, message, dueOn, now } = request
  const asked = aspects.filter((aspect) => request.aspects.includes(aspect))
  if (asked.length === 0) throw new UserError('review.no-aspect')
  if (dueOn && !isDay(dueOn)) throw new UserError('form.field', { field: 'dueOn' })
  return bank.transaction((tx) => {
    const { draft } = findHeld(tx, request)
    if (expertId === personId) throw new UserError('review.expert-is-author', {}, 409)
    refuseContributor(tx, { moduleId: draft.moduleId, personId: expertId })
    if (!isMember(tx, { personId: expertId, organisationId, role: 'expert' })) {
      throw new UserError('review.stranger', {}, 404)
    }
    const revision = freezeRevision(tx, draft, { personId, now })
    refuseAskingTwice(tx, revision, { expertId, asked })
    const id = newId()
    const at = now.getTime()
    tx.insert(reviews)
      .values({
        id,
        moduleId: draft.moduleId,
        revisionId: revision.id,
        expertId,
        aspects: asked,
        requestedBy: personId,
        requestedAt: at,
        dueOn,
        message,
      })
      .run()
    const details = { expertId, digest: revision.digest, aspects: asked.join(' ') }
    recordEvent(tx, {
      at,
      organisationId,
      personId,
      action: 'review.requested',
      object: draft.moduleId,
      details,
    })
    indexModule(tx, draft.moduleId, now)
    return id
  })
}

function refuseAskingTwice(
  tx: Pick<Bank, 'select'>,
  { moduleId, digest }: Revision,
  { expertId, asked }: { expertId: string; asked: readonly Aspect[] },
): void {
  const waiting = listReviews(tx, moduleId).some(
    (review) =>
      review.expertId === expertId &&
      review.digest === digest &&
      !review.verdict &&
      review.aspects.some((aspect) => asked.includes(aspect)),
  )
  if (waiting) throw new UserError('review.already-asked', {}, 409)
}
