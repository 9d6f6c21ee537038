import type { Bank } from '#app/db/client.server.ts'
import { guaranteeAnswers, guarantees } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import type { Aspect } from '#content-schema/module.ts'
import { dayIn, isDay } from './days.ts'

export type NewGuarantee = ModuleKey & {
  aspect: Aspect
  guarantorId: string
  /** Last day covered, `YYYY-MM-DD`. */
  endsOn: string
  deputyId?: string | null
  /** Months, 1 to 60. */
  lookEvery?: number | null
  toWatch?: string
  note?: string
  personId: string
  now: Date
}

/**
 * Asks somebody to answer for one aspect from today until a day. It counts once they accept;
 * whoever writes down their own name has accepted.
 *
 * @returns the id of what was asked
 * @throws UserError when the day is past or is none, `guarantee.stranger` (404) when the guarantor
 *   or the deputy is not of this organisation, `guarantee.own-deputy`
 */
export function askGuarantee(bank: Bank, request: NewGuarantee): string {
  const { aspect, guarantorId, endsOn, personId, organisationId, now } = request
  const { deputyId = null, lookEvery = null, toWatch = '', note = '' } = request
  refuseEnd(endsOn, now)
  if (deputyId === guarantorId) throw new UserError('guarantee.own-deputy')
  const at = now.getTime()
  return bank.transaction(
    (tx) => {
      const { moduleId } = findDraft(tx, request)
      for (const each of [guarantorId, ...(deputyId === null ? [] : [deputyId])])
        if (!isMember(tx, { personId: each, organisationId }))
          throw new UserError('guarantee.stranger', {}, 404)
      const id = newId()
      tx.insert(guarantees)
        .values({
          ...{ id, moduleId, aspect, endsOn, deputyId, lookEvery, toWatch, note },
          ...{ personId: guarantorId, startsOn: dayIn(now), recordedBy: personId },
          recordedAt: at,
        })
        .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId, action: 'guarantee.asked' },
        details: { aspect, guarantorId, endsOn, ...(deputyId && { deputyId }) },
      })
      const own = guarantorId === personId
      if (own) accept(tx, { id, moduleId, aspect, endsOn }, { organisationId, personId, now })
      return id
    },
    { behavior: 'immediate' },
  )
}

type Tx = Parameters<Parameters<Bank['transaction']>[0]>[0]
type Accepted = { id: string; moduleId: string; aspect: Aspect; endsOn: string }

/** From here on it counts. */
export function accept(
  tx: Tx,
  { id: guaranteeId, moduleId, aspect, endsOn }: Accepted,
  by: { organisationId: string; personId: string; now: Date },
): void {
  const at = by.now.getTime()
  tx.insert(guaranteeAnswers)
    .values({ guaranteeId, answer: 'accepted', answeredBy: by.personId, answeredAt: at })
    .run()
  recordEvent(tx, {
    ...{ at, organisationId: by.organisationId, personId: by.personId, object: moduleId },
    action: 'guarantee.accepted',
    details: { aspect, endsOn },
  })
  indexModule(tx, moduleId, by.now)
}

/** @throws UserError `form.field`, `guarantee.already-ended` */
export function refuseEnd(endsOn: string, now: Date): void {
  if (!isDay(endsOn)) throw new UserError('form.field', { field: 'endsOn' })
  if (endsOn < dayIn(now)) throw new UserError('guarantee.already-ended', { day: endsOn })
}
