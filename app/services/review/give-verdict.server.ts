import type { Bank } from '#app/db/client.server.ts'
import { verdicts } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { findReview, type ReviewKey } from './find-review.server.ts'

export type VerdictGiven = ReviewKey & {
  value: 'approved' | 'changes-asked'
  note: string
  /** What the expert had in front of them: refused when it is not what the review is about. */
  digest: string
  personId: string
  now: Date
}

/** Signs the digest of the revision under review: once, by the expert who was asked. */
export function giveVerdict(bank: Bank, given: VerdictGiven): void {
  const { reviewId, value, note, personId, organisationId, now } = given
  bank.transaction((tx) => {
    const { review, verdict } = findReview(tx, given)
    if (review.expertId !== personId) throw new UserError('review.not-yours', {}, 403)
    if (verdict) throw new UserError('review.already-given', {}, 409)
    const { digest } = findRevision(tx, review.revisionId)
    if (digest !== given.digest) throw new UserError('review.other-content', {}, 409)
    const at = now.getTime()
    tx.insert(verdicts).values({ reviewId, value, digest, note, personId, givenAt: at }).run()
    const details = { value, digest }
    recordEvent(tx, {
      at,
      organisationId,
      personId,
      action: 'review.verdict',
      object: review.moduleId,
      details,
    })
    indexModule(tx, review.moduleId, now)
  })
}
