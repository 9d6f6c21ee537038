import type { Bank } from '#app/db/client.server.ts'
import { trials } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import type { ModuleKey } from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { standingOf } from '#app/services/review/standing.server.ts'
import { newId } from '#content-schema/identity.ts'
import { findTrial } from './find-trial.server.ts'
import { findProtocol } from './protocols.server.ts'

export type TrialPlan = ModuleKey & {
  protocolId: string
  facilitatorId: string
  place: string
  /** `YYYY-MM-DD`. */
  day: string
  /** The session whose corrections are looked at again; `null` for a first one. */
  retestOf: string | null
  personId: string
  now: Date
}

/**
 * Freezes the draft and plans a session on the copy, with a copy of the protocol.
 *
 * @throws UserError `form.field`, `protocol.not-found` or `trial.not-found` (404), `trial.stranger`
 */
export function planTrial(bank: Bank, plan: TrialPlan): string {
  const { organisationId, personId, facilitatorId, place, day, retestOf, now } = plan
  if (!isDay(day)) throw new UserError('form.field', { field: 'day' })
  return bank.transaction((tx) => {
    const { draft } = findHeld(tx, plan)
    const { moduleId } = draft
    const protocol = findProtocol(tx, plan)
    if (!isMember(tx, { personId: facilitatorId, organisationId }))
      throw new UserError('trial.stranger')
    if (retestOf && findTrial(tx, { trialId: retestOf, organisationId }).moduleId !== moduleId)
      throw new UserError('trial.not-found', {}, 404)
    const revision = freezeRevision(tx, draft, { personId, now })
    const { scopeDigest } = standingOf(tx, revision)
    const at = now.getTime()
    const id = newId()
    tx.insert(trials)
      .values({
        ...{ id, moduleId, organisationId, protocol, facilitatorId, place, day, retestOf },
        ...{ revisionId: revision.id, state: 'planned', plannedBy: personId, plannedAt: at },
        contentScope: scopeDigest('content'),
        pedagogyScope: scopeDigest('pedagogy'),
      })
      .run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, action: 'trial.planned', object: moduleId },
      details: { trialId: id, digest: revision.digest, day, protocol: protocol.name },
    })
    return id
  })
}
