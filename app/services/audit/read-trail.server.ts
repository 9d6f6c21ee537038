import { and, eq, gt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { auditEntries } from '#app/db/schema/bank/index.ts'

export type AuditEntry = typeof auditEntries.$inferSelect

/** Entries read at once: a trail of any length takes no more memory than these. */
const batch = 1000

/** The trail in order, of one organisation or of all. */
export function* readTrail(
  bank: Pick<Bank, 'select'>,
  organisationId: string | null,
): Generator<AuditEntry> {
  const own = organisationId === null ? [] : [eq(auditEntries.organisationId, organisationId)]
  let last = 0
  for (;;) {
    const rows = bank
      .select()
      .from(auditEntries)
      .where(and(gt(auditEntries.sequence, last), ...own))
      .orderBy(auditEntries.sequence)
      .limit(batch)
      .all()
    yield* rows
    if (rows.length < batch) return
    last = rows.at(-1)!.sequence
  }
}
