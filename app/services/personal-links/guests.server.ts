import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { guests, people } from '#app/db/schema/bank/index.ts'
import type { Language } from '#app/i18n/languages.ts'
import { newId } from '#content-schema/identity.ts'

export type Invited = {
  organisationId: string
  /** As whoever invites knows them; empty: they say it themselves. */
  name: string
  /** `null` where the link is handed over in another way. */
  email: string | null
  language: Language
}

/** The guest of an organisation with this address, or a new one. @returns the id of the person */
export function findOrAddGuest(
  tx: Pick<Bank, 'select' | 'insert'>,
  { organisationId, name, email, language }: Invited,
): string {
  const address = email?.trim().toLowerCase() || null
  const known = address && guestAt(tx, { organisationId, address })
  if (known) return known
  const personId = newId()
  tx.insert(people).values({ id: personId, name }).run()
  tx.insert(guests).values({ personId, organisationId, email: address, language }).run()
  return personId
}

export type Guest = Invited & { personId: string }

/** `null` for whoever is no guest. */
export function findGuest(db: Pick<Bank, 'select'>, personId: string): Guest | null {
  const row = db
    .select({ guest: guests, name: people.name })
    .from(guests)
    .innerJoin(people, eq(people.id, guests.personId))
    .where(eq(guests.personId, personId))
    .get()
  return row ? { ...row.guest, name: row.name } : null
}

/** What a guest says their name is: what they sign carries it. */
export function nameGuest(
  tx: Pick<Bank, 'update'>,
  { personId, name }: { personId: string; name: string },
): void {
  tx.update(people).set({ name }).where(eq(people.id, personId)).run()
}

function guestAt(
  tx: Pick<Bank, 'select'>,
  { organisationId, address }: { organisationId: string; address: string },
): string | undefined {
  return tx
    .select({ personId: guests.personId })
    .from(guests)
    .where(and(eq(guests.organisationId, organisationId), eq(guests.email, address)))
    .get()?.personId
}
