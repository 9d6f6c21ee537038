import { and, eq, gt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { auditEntries, people } from '#app/db/schema/bank/index.ts'
import type { AuditEvent } from './record-event.server.ts'

export type ListedEvent = AuditEvent & {
  sequence: number
  /** Name of whoever did it; `null` when it is no longer known. */
  person: string | null
  seal: string
}

const batch = 1000

/** What was done in an organisation, in order, read by a thousand at a time. */
export function* listEvents(
  bank: Pick<Bank, 'select'>,
  organisationId: string,
): Generator<ListedEvent> {
  let last = 0
  for (;;) {
    const own = and(
      eq(auditEntries.organisationId, organisationId),
      gt(auditEntries.sequence, last),
    )
    const rows = bank
      .select({ entry: auditEntries, person: people.name })
      .from(auditEntries)
      .leftJoin(people, eq(people.id, auditEntries.personId))
      .where(own)
      .orderBy(auditEntries.sequence)
      .limit(batch)
      .all()
    for (const { entry, person } of rows) {
      const { previousSeal: _, ...event } = entry
      yield { ...event, person }
    }
    if (rows.length < batch) return
    last = rows.at(-1)!.entry.sequence
  }
}
