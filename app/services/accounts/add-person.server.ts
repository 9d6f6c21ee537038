import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { memberships, organisations, people, type Role } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { newId } from '#content-schema/identity.ts'
import { hashPassword } from './password.server.ts'

export type NewPerson = {
  name: string
  email: string
  password: string
  roles: Role[]
  /** By name; made when there is none of this name. */
  organisation: string
}

/**
 * Gives somebody an account in an organisation.
 *
 * @throws UserError `person.known` (409) when the address already has one
 */
export async function addPerson(bank: Bank, person: NewPerson): Promise<void> {
  const passwordHash = await hashPassword(person.password)
  const email = person.email.trim().toLowerCase()
  bank.transaction((tx) => {
    if (tx.select().from(people).where(eq(people.email, email)).get()) {
      throw new UserError('person.known', { email }, 409)
    }
    const id = newId()
    const organisationId = organisationNamed(tx, person.organisation)
    tx.insert(people).values({ id, name: person.name, email, passwordHash }).run()
    for (const role of person.roles) {
      tx.insert(memberships).values({ personId: id, organisationId, role }).run()
    }
  })
}

function organisationNamed(tx: Pick<Bank, 'select' | 'insert'>, name: string): string {
  const known = tx.select().from(organisations).where(eq(organisations.name, name)).get()
  if (known) return known.id
  const id = newId()
  tx.insert(organisations).values({ id, name }).run()
  return id
}
