import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { modules, publicRecords } from '#app/db/schema/bank/index.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { withdrawalOf } from '#app/services/modules/withdrawal.server.ts'
import { readSharing } from './read-sharing.server.ts'

/** Whether everybody may see the latest edition of a module, without an account. */
export function isPublic(db: Pick<Bank, 'select'>, moduleId: string): boolean {
  return (
    readSharing(db, moduleId).visibility === 'public' &&
    latestEdition(db, moduleId) !== null &&
    withdrawalOf(db, moduleId) === null
  )
}

/**
 * Writes down that what is public of a module changed, in the transaction that changes it. What was
 * never public leaves no trace.
 */
export function keepPublicRecord(
  tx: Pick<Bank, 'select' | 'insert'>,
  moduleId: string,
  now: Date,
): void {
  const open = isPublic(tx, moduleId)
  const before = tx
    .select()
    .from(publicRecords)
    .where(eq(publicRecords.moduleId, moduleId))
    .get()
  if (!open && !before?.isPublic) return
  const { organisationId } = tx.select().from(modules).where(eq(modules.id, moduleId)).get()!
  const record = { organisationId, isPublic: open, changedAt: now.getTime() }
  tx.insert(publicRecords)
    .values({ moduleId, ...record })
    .onConflictDoUpdate({ target: publicRecords.moduleId, set: record })
    .run()
}
