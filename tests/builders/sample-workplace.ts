import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { memberships, people, type Role } from '#app/db/schema/bank/index.ts'
import { samplePeople } from '#app/db/seed/people.ts'
import { addModule, type Person, type Workplace } from './bank.ts'

/** The sample organisation, with a module of its designer that can be published at once. */
export function sampleWorkplace(bank: Bank, code?: string): Workplace {
  const byRole = samplePeople.map(({ role, email }) => [role, find(email)] as const)
  const team = Object.fromEntries(byRole) as Record<Role, Person>
  const { organisationId } = bank
    .select()
    .from(memberships)
    .where(eq(memberships.personId, team.designer.id))
    .get()!
  const place = { organisationId, people: team }
  return { bank, ...place, moduleId: addModule(bank, place, code) }

  function find(email: string): Person {
    const { id, name } = bank.select().from(people).where(eq(people.email, email)).get()!
    return { id, name, email }
  }
}
