import type { Bank } from '#app/db/client.server.ts'
import { guaranteeAnswers } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { accept, refuseEnd } from './ask-guarantee.server.ts'
import { findGuarantee, isStanding } from './guarantee-rows.server.ts'

export type GuaranteeAnswer = {
  guaranteeId: string
  organisationId: string
  personId: string
  answer: 'accepted' | 'declined'
  /** Why it is declined. */
  reason: string
  now: Date
}

/**
 * What somebody says of a guarantee that was asked of them, once; nobody says it for them. What
 * they take over from somebody else may have ended: it is then theirs to renew.
 *
 * @throws UserError `guarantee.not-found` (404), `guarantee.not-yours` (403), `guarantee.answered`
 *   (409), `guarantee.superseded` (409), `guarantee.already-ended`, `guarantee.reason-missing`
 */
export function answerGuarantee(bank: Bank, given: GuaranteeAnswer): void {
  const { answer, reason, organisationId, personId, now } = given
  bank.transaction(
    (tx) => {
      const row = findGuarantee(tx, given)
      if (row.personId !== personId) throw new UserError('guarantee.not-yours', {}, 403)
      if (row.answer !== null) throw new UserError('guarantee.answered', {}, 409)
      if (!isStanding(tx, row)) throw new UserError('guarantee.superseded', {}, 409)
      if (answer === 'declined') return decline()
      if (row.handedFrom === null) refuseEnd(row.endsOn, now)
      accept(tx, row, given)

      function decline(): void {
        if (reason.trim() === '') throw new UserError('guarantee.reason-missing')
        const { id: guaranteeId, aspect, moduleId } = row
        const at = now.getTime()
        tx.insert(guaranteeAnswers)
          .values({ guaranteeId, answer, reason, answeredBy: personId, answeredAt: at })
          .run()
        recordEvent(tx, {
          ...{ at, organisationId, personId, object: moduleId, action: 'guarantee.declined' },
          details: { aspect, reason },
        })
      }
    },
    { behavior: 'immediate' },
  )
}
