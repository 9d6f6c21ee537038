import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { moduleOpportunities } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import type { OpportunityDecision } from '#content-schema/opportunity-words.ts'
import { digestOfBrief, findOpportunity } from './read-opportunity.server.ts'

export type GivenDecision = ModuleKey & {
  personId: string
  now: Date
  decision: OpportunityDecision
  reason: string
  /** Digest of the brief as whoever decides has read it. */
  digest: string
}

/**
 * Decides whether a module is worth making, on the very brief that was read. It may be decided again:
 * the trail keeps each decision with its reason and what it was taken on.
 *
 * @throws UserError `module.not-found` (404), `opportunity.reason-missing`, `opportunity.need-missing`,
 *   `opportunity.changed` (409)
 */
export function decideOpportunity(bank: Bank, given: GivenDecision): void {
  const { decision, reason, digest, personId, organisationId, now } = given
  if (reason.trim() === '') throw new UserError('opportunity.reason-missing')
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const { moduleId } = findDraft(tx, given)
      const row = findOpportunity(tx, moduleId)
      if (!row?.need) throw new UserError('opportunity.need-missing')
      if (digestOfBrief(row) !== digest) throw new UserError('opportunity.changed', {}, 409)
      tx.update(moduleOpportunities)
        .set({ decision, reason, decidedOn: digest, decidedBy: personId, decidedAt: at })
        .where(eq(moduleOpportunities.moduleId, moduleId))
        .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId, action: 'opportunity.decided' },
        details: { decision, reason, digest },
      })
    },
    { behavior: 'immediate' },
  )
}
