import type { Bank } from '#app/db/client.server.ts'
import { guarantees } from '#app/db/schema/bank/index.ts'
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
  personId: string
  now: Date
}

/**
 * Writes down who answers for one aspect from today until a day; a renewal is a new row.
 *
 * @throws UserError when the day is past or is none, or the guarantor is not of this organisation
 */
export function recordGuarantee(bank: Bank, request: NewGuarantee): void {
  const startsOn = dayIn(request.now)
  const at = request.now.getTime()
  const { aspect, guarantorId, endsOn, personId, organisationId } = request
  if (!isDay(endsOn)) throw new UserError('form.field', { field: 'endsOn' })
  if (endsOn < startsOn) throw new UserError('guarantee.already-ended', { day: endsOn })
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, request)
    if (!isMember(tx, { personId: guarantorId, organisationId })) {
      throw new UserError('guarantee.stranger', {}, 404)
    }
    tx.insert(guarantees)
      .values({
        id: newId(),
        moduleId,
        aspect,
        personId: guarantorId,
        startsOn,
        endsOn,
        recordedBy: personId,
        recordedAt: at,
      })
      .run()
    const details = { aspect, guarantorId, endsOn }
    recordEvent(tx, {
      at,
      organisationId,
      personId,
      action: 'guarantee.recorded',
      object: moduleId,
      details,
    })
    indexModule(tx, moduleId, request.now)
  })
}
