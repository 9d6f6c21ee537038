import { eq } from 'drizzle-orm'
import { withdrawals } from '#app/db/schema/bank/index.ts'
import type { Reader } from './find-module.server.ts'

/** Why a module is no longer offered, and since when; `null` while it is. */
export function withdrawalOf(
  db: Reader,
  moduleId: string,
): { reason: string; at: number } | null {
  const row = db.select().from(withdrawals).where(eq(withdrawals.moduleId, moduleId)).get()
  return row ? { reason: row.reason, at: row.withdrawnAt } : null
}
