import { createHash } from 'node:crypto'
import { desc } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { auditEntries } from '#app/db/schema/bank/index.ts'
import { canonicalJson } from '#content-schema/canonical-json.ts'

export type AuditEvent = {
  at: number
  organisationId: string
  personId: string
  action: string
  object: string
  details: Record<string, string | number | null>
}

/** Adds to the chained trail; called inside the transaction of what it records. */
export function recordEvent(tx: Pick<Bank, 'select' | 'insert'>, event: AuditEvent): void {
  const last = tx
    .select({ seal: auditEntries.seal })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
    .get()
  const previousSeal = last?.seal ?? ''
  tx.insert(auditEntries)
    .values({ ...event, previousSeal, seal: sealOf(previousSeal, event) })
    .run()
}

/** SHA-256 over the seal of the entry before and the canonical JSON of this one. */
export function sealOf(previousSeal: string, event: AuditEvent): string {
  return createHash('sha256')
    .update(`${previousSeal}\n${canonicalJson(event)}`)
    .digest('hex')
}
