import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { memberships, people, type Role } from '#app/db/schema/bank/index.ts'

export type MemberName = { id: string; name: string }

/** The people of an organisation, those of one role when it is given, by name. */
export function listMembers(
  db: Pick<Bank, 'selectDistinct'>,
  { organisationId, role }: { organisationId: string; role?: Role },
): MemberName[] {
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        role ? eq(memberships.role, role) : undefined,
      ),
    )
    .orderBy(people.name)
    .all()
}

/** Whether a person is of an organisation, and has a role in it when one is named. */
export function isMember(
  db: Pick<Bank, 'select'>,
  { personId, organisationId, role }: { personId: string; organisationId: string; role?: Role },
): boolean {
  const row = db
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.organisationId, organisationId),
        role ? eq(memberships.role, role) : undefined,
      ),
    )
    .get()
  return row !== undefined
}
