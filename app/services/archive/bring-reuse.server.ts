import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  modules,
  origins,
  revisions,
  revisionUses,
  setAsideUpdates,
  withdrawals,
} from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'
import type { IdHere } from './local-ids.server.ts'
import type { ArchivedModule } from './shapes.ts'

type Writer = Pick<Bank, 'select' | 'insert'>

type Brought = {
  module: ArchivedModule
  moduleId: string
  idHere: IdHere
  organisationId: string
  personId: string
}

/** What a module that came was made from, whether it is offered, and which updates it does not want. */
export function bringReuse(tx: Writer, brought: Brought): void {
  const { module, moduleId, idHere, personId } = brought
  const { madeFrom, withdrawn, setAside } = module
  if (madeFrom) {
    const { moduleId: originId, by: _, at, ...origin } = madeFrom
    tx.insert(origins)
      .values({
        ...{ ...origin, moduleId, originModuleId: idHere(originId) },
        ...{ forkedBy: personId, forkedAt: at },
      })
      .run()
  }
  if (withdrawn) {
    const { reason, at } = withdrawn
    tx.insert(withdrawals)
      .values({ moduleId, reason, withdrawnBy: personId, withdrawnAt: at })
      .run()
  }
  for (const { reference, digest, at } of setAside)
    tx.insert(setAsideUpdates)
      .values({ moduleId, referenceId: reference, digest, decidedBy: personId, decidedAt: at })
      .onConflictDoNothing()
      .run()
}

/**
 * What the revisions that came lead to, once all modules are here. What is not here, or not for this
 * organisation, leads nowhere: whoever opens the module is told.
 */
export function bringRevisionUses(tx: Writer, brought: Brought): void {
  const { module, moduleId } = brought
  for (const { digest, uses } of module.frozen) {
    const rows = uses.flatMap(({ reference, leadsTo }) => {
      const used = leadsTo && revisionHere(tx, leadsTo, brought)
      return used ? [{ referenceId: reference, usedRevisionId: used }] : []
    })
    if (rows.length === 0) continue
    const revisionId = revisionOf(tx, moduleId, digest)!
    tx.insert(revisionUses)
      .values(rows.map((row) => ({ revisionId, ...row })))
      .run()
  }
}

function revisionHere(
  tx: Reader,
  { moduleId, digest }: { moduleId: string; digest: string },
  { idHere, organisationId }: Brought,
): string | null {
  const usedId = idHere(moduleId)
  const owner = tx.select().from(modules).where(eq(modules.id, usedId)).get()
  if (owner?.organisationId === organisationId) return revisionOf(tx, usedId, digest)
  const found = reusableEdition(tx, { moduleId: usedId, organisationId, digest })
  return typeof found === 'string' ? null : found.revisionId
}

function revisionOf(tx: Reader, moduleId: string, digest: string): string | null {
  const found = tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.moduleId, moduleId), eq(revisions.digest, digest)))
    .get()
  return found?.id ?? null
}
