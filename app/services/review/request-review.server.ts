import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { modules, reviews } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import {
  findDraft,
  type ModuleKey,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { listReviews } from './read-review.server.ts'

export type ReviewRequest = ModuleKey & {
  expertId: string
  personId: string
  message: string
  /** `YYYY-MM-DD`, `null` when there is no hurry. */
  dueOn: string | null
  now: Date
}

/** Freezes the draft and hands the copy to a subject expert, who must not be among its authors. */
export function requestReview(bank: Bank, request: ReviewRequest): string {
  const { expertId, personId, organisationId, message, dueOn, now } = request
  if (dueOn && !isDay(dueOn)) throw new UserError('form.field', { field: 'dueOn' })
  return bank.transaction((tx) => {
    const draft = findDraft(tx, request)
    const module = tx.select().from(modules).where(eq(modules.id, draft.moduleId)).get()!
    if ([module.authorId, draft.savedBy, personId].includes(expertId)) {
      throw new UserError('review.expert-is-author', { title: draft.facts.title }, 409)
    }
    if (!isMember(tx, { personId: expertId, organisationId, role: 'expert' })) {
      throw new UserError('review.stranger', {}, 404)
    }
    const revision = freezeRevision(tx, draft, { personId, now })
    refuseAskingTwice(tx, revision, expertId)
    const id = newId()
    const at = now.getTime()
    tx.insert(reviews)
      .values({
        id,
        moduleId: draft.moduleId,
        revisionId: revision.id,
        expertId,
        requestedBy: personId,
        requestedAt: at,
        dueOn,
        message,
      })
      .run()
    const details = { expertId, digest: revision.digest }
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
  expertId: string,
): void {
  const waiting = listReviews(tx, moduleId).some(
    (review) => review.expertId === expertId && review.digest === digest && !review.verdict,
  )
  if (waiting) throw new UserError('review.already-asked', {}, 409)
}
