import type { Bank } from '#app/db/client.server.ts'
import { guarantees } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { newId } from '#content-schema/identity.ts'
import { askedGuarantees, countingGuarantees } from './guarantee-rows.server.ts'

export type HandOver = {
  /** Whoever leaves; they may have left the organisation already. */
  fromId: string
  toId: string
  organisationId: string
  personId: string
  now: Date
}

/**
 * Asks somebody to take over all that another answers for, or was asked to, for the same terms.
 * Until they accept, their deputy has the work, then whoever answers for quality.
 *
 * @returns how many there are
 * @throws UserError `guarantee.stranger` (404), `guarantee.hand-over-same`,
 *   `guarantee.nothing-to-hand` (409)
 */
export function handOver(bank: Bank, asked: HandOver): number {
  const { fromId, toId, organisationId, personId, now } = asked
  if (fromId === toId) throw new UserError('guarantee.hand-over-same')
  const at = now.getTime()
  return bank.transaction(
    (tx) => {
      if (!isMember(tx, { personId: toId, organisationId }))
        throw new UserError('guarantee.stranger', {}, 404)
      const open = askedGuarantees(tx, { organisationId }).filter(
        ({ answer }) => answer === null,
      )
      const taken = new Set(open.map(({ moduleId, aspect }) => `${moduleId} ${aspect}`))
      const theirs = [
        ...open.filter((row) => row.personId === fromId),
        ...countingGuarantees(tx, { organisationId }).filter(
          (row) => row.personId === fromId && !taken.has(`${row.moduleId} ${row.aspect}`),
        ),
      ]
      if (theirs.length === 0) throw new UserError('guarantee.nothing-to-hand', {}, 409)
      for (const row of theirs) {
        const { moduleId, aspect, startsOn, endsOn, lookEvery, toWatch } = row
        const deputyId = row.deputyId === toId ? null : row.deputyId
        const term = { moduleId, aspect, startsOn, endsOn, lookEvery, toWatch, deputyId }
        tx.insert(guarantees)
          .values({
            ...term,
            ...{ id: newId(), personId: toId, recordedBy: personId, recordedAt: at },
            handedFrom: row.answer === null ? row.handedFrom : row.id,
          })
          .run()
        recordEvent(tx, {
          ...{ at, organisationId, personId, object: moduleId },
          action: 'guarantee.handed-over',
          details: { aspect, fromId, guarantorId: toId, endsOn },
        })
      }
      return theirs.length
    },
    { behavior: 'immediate' },
  )
}
