import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { commercialDecisions } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import {
  findDraft,
  latestEdition,
  type ModuleKey,
} from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { excludedFromSale } from './delivery-rights.server.ts'

type Deciding = ModuleKey & { reason: string; personId: string; now: Date }

/**
 * Lets the files of the latest edition that exclude commercial use be used so, for a written reason.
 *
 * @throws UserError `commercial-use.nothing-to-decide` (409), `export.not-published` (409)
 */
export function decideCommercialUse(bank: Bank, deciding: Deciding): void {
  const { organisationId, personId, reason, now } = deciding
  bank.transaction((tx) => {
    const { moduleId, facts } = findDraft(tx, deciding)
    const edition = latestEdition(tx, moduleId)
    if (!edition) throw new UserError('export.not-published', { title: facts.title }, 409)
    const digests = excludedFromSale(tx, { edition, organisationId })
    if (digests.length === 0) throw new UserError('commercial-use.nothing-to-decide', {}, 409)
    const at = now.getTime()
    tx.insert(commercialDecisions)
      .values({ id: newId(), moduleId, digests, reason, decidedBy: personId, decidedAt: at })
      .run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: moduleId },
      action: 'commercial-use.decided',
      details: { reason, digests: digests.join(' ') },
    })
  })
}

type Withdrawing = ModuleKey & { decisionId: string; personId: string; now: Date }

/** @throws UserError `commercial-use.not-found` (404), also for another module's decision */
export function withdrawDecision(bank: Bank, withdrawing: Withdrawing): void {
  const { decisionId, organisationId, personId, now } = withdrawing
  const at = now.getTime()
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, withdrawing)
    const own = and(
      eq(commercialDecisions.id, decisionId),
      eq(commercialDecisions.moduleId, moduleId),
      isNull(commercialDecisions.withdrawnAt),
    )
    const row = tx
      .update(commercialDecisions)
      .set({ withdrawnAt: at, withdrawnBy: personId })
      .where(own)
      .returning()
      .get()
    if (!row) throw new UserError('commercial-use.not-found', {}, 404)
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: moduleId },
      action: 'commercial-use.withdrawn',
      details: { decisionId },
    })
  })
}
