import type { Bank } from '#app/db/client.server.ts'
import { type VerdictValue, verdicts } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import type { Aspect } from '#content-schema/module.ts'
import { type CheckGiven, keepAnswers } from './checklist-answers.server.ts'
import { refuseContributor } from './contributors.server.ts'
import type { Review, ReviewKey } from './find-review.server.ts'
import { arrival, findOpenReview } from './reviewer.server.ts'
import { standingOf } from './standing.server.ts'

export type GivenOnAspect = {
  aspect: Aspect
  value: VerdictValue
  note: string
  /** What was said of the items of its checklist; none has to be answered. */
  checks?: readonly CheckGiven[] | undefined
}

export type VerdictGiven = ReviewKey & {
  /** One for each aspect that was asked. */
  verdicts: readonly GivenOnAspect[]
  /** What the expert had in front of them: refused when it is not what the review is about. */
  digest: string
  personId: string
  /** What a guest says their name is, with the first thing they do. */
  name?: string | undefined
  now: Date
}

/**
 * Signs the aspects of the revision under review: once, all together, by the expert who was asked.
 *
 * @throws UserError `review.incomplete`, `review.reason-missing`, `review.other-content` or
 *   `review.expert-is-author` (409), and as `findOpenReview` and `keepAnswers` do
 */
export function giveVerdict(bank: Bank, given: VerdictGiven): void {
  const { reviewId, personId, organisationId, now } = given
  bank.transaction(
    (tx) => {
      const review = findOpenReview(tx, given)
      const revision = findRevision(tx, review.revisionId)
      const { digest } = revision
      if (digest !== given.digest) throw new UserError('review.other-content', {}, 409)
      refuseContributor(tx, { moduleId: review.moduleId, personId })
      refuseIncomplete(review, given.verdicts)
      const { scopeDigest } = standingOf(tx, revision)
      const at = now.getTime()
      const rows = given.verdicts.map(({ checks: _, ...each }) => ({
        ...each,
        ...{ reviewId, digest, scopeDigest: scopeDigest(each.aspect), personId, givenAt: at },
      }))
      tx.insert(verdicts).values(rows).run()
      keepAnswers(tx, review, given.verdicts)
      recordEvent(tx, {
        ...{ at, organisationId, personId, action: 'review.verdict', object: review.moduleId },
        details: {
          ...{ digest, ...valuesByAspect(given.verdicts) },
          ...arrival(tx, review, personId),
        },
      })
      indexModule(tx, review.moduleId, now)
    },
    { behavior: 'immediate' },
  )
}

function refuseIncomplete(review: Review, given: readonly GivenOnAspect[]): void {
  const answered = new Set(given.map(({ aspect }) => aspect))
  const complete =
    answered.size === given.length &&
    answered.size === review.aspects.length &&
    review.aspects.every((aspect) => answered.has(aspect))
  if (!complete) throw new UserError('review.incomplete')
  const silent = given.find(({ value, note }) => value === 'abstained' && note.trim() === '')
  if (silent) throw new UserError('review.reason-missing', { aspect: silent.aspect })
}

function valuesByAspect(given: readonly GivenOnAspect[]): Record<string, string> {
  return Object.fromEntries(given.map(({ aspect, value }) => [aspect, value]))
}
