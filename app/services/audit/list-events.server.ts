import type { Bank } from '#app/db/client.server.ts'
import { people } from '#app/db/schema/bank/index.ts'
import { type AuditEntry, readTrail } from './read-trail.server.ts'

export type ListedEvent = Omit<AuditEntry, 'previousSeal'> & {
  /** Name of whoever did it; `null` when it is no longer known. */
  person: string | null
}

/** What was done in an organisation, in order, with names. */
export function* listEvents(
  bank: Pick<Bank, 'select'>,
  organisationId: string,
): Generator<ListedEvent> {
  const names = new Map(
    bank
      .select({ id: people.id, name: people.name })
      .from(people)
      .all()
      .map(({ id, name }) => [id, name]),
  )
  for (const { previousSeal: _, ...event } of readTrail(bank, organisationId))
    yield { ...event, person: names.get(event.personId) ?? null }
}
