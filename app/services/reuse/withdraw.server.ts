import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { withdrawals } from '#app/db/schema/bank/index.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { keepPublicRecord } from '#app/services/sharing/public-records.server.ts'

type Withdrawing = ModuleKey & { reason: string; personId: string; now: Date }

/**
 * Says that a module is no longer offered, and why: others no longer find it, nobody can put it
 * anywhere anew, and those who reuse it are told. What was published with it stays as it is.
 */
export function withdrawModule(bank: Bank, withdrawing: Withdrawing): void {
  const { reason, organisationId, personId, now } = withdrawing
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, withdrawing)
    const row = { reason, withdrawnBy: personId, withdrawnAt: now.getTime() }
    tx.insert(withdrawals)
      .values({ moduleId, ...row })
      .onConflictDoUpdate({ target: withdrawals.moduleId, set: row })
      .run()
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      ...{ action: 'module.withdrawn', details: { reason } },
    })
    keepPublicRecord(tx, moduleId, now)
    indexModule(tx, moduleId, now)
  })
}

/** Offers a module again. */
export function offerAgain(bank: Bank, offering: Omit<Withdrawing, 'reason'>): void {
  const { organisationId, personId, now } = offering
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, offering)
    tx.delete(withdrawals).where(eq(withdrawals.moduleId, moduleId)).run()
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      ...{ action: 'module.offered-again', details: {} },
    })
    keepPublicRecord(tx, moduleId, now)
    indexModule(tx, moduleId, now)
  })
}
