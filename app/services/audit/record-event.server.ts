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

/** The first entry whose seal does not match, or `null` when the whole chain holds. */
export function findBrokenSeal(bank: Bank): number | null {
  let previousSeal = ''
  for (const { sequence, seal, previousSeal: named, ...event } of bank
    .select()
    .from(auditEntries)
    .orderBy(auditEntries.sequence)
    .all()) {
    if (named !== previousSeal || seal !== sealOf(previousSeal, event)) return sequence
    previousSeal = seal
  }
  return null
}

function sealOf(previousSeal: string, event: AuditEvent): string {
  return createHash('sha256')
    .update(`${previousSeal}\n${canonicalJson(event)}`)
    .digest('hex')
}
