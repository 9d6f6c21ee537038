import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { contributions, guests, people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'

type Contributor = { moduleId: string; personId: string }
type Reader = Pick<Bank, 'select'>

/** Remembers that somebody wrote a module, inside the transaction of their save. */
export function recordContribution(
  tx: Pick<Bank, 'insert'>,
  { moduleId, personId, savedAt }: Contributor & { savedAt: number },
): void {
  const { moduleId: module, personId: person } = contributions
  tx.insert(contributions)
    .values({ moduleId, personId, savedAt })
    .onConflictDoUpdate({ target: [module, person], set: { savedAt } })
    .run()
}

/**
 * The rule of two people: whoever wrote a module since its last edition does not approve it, nor do
 * they as a guest of the same address.
 *
 * @throws UserError `review.expert-is-author` (409)
 */
export function refuseContributor(tx: Reader, { moduleId, personId }: Contributor): void {
  const since = latestEdition(tx, moduleId)?.publishedAt ?? -1
  const wrote = tx
    .select({ savedAt: contributions.savedAt })
    .from(contributions)
    .where(
      and(
        eq(contributions.moduleId, moduleId),
        inArray(contributions.personId, samePerson(tx, personId)),
        gt(contributions.savedAt, since),
      ),
    )
    .get()
  if (wrote) throw new UserError('review.expert-is-author', {}, 409)
}

/** Those who have the address of somebody, as members or as guests, and themselves. */
export function samePerson(tx: Reader, personId: string): string[] {
  const [member, guest] = [
    tx.select({ email: people.email }).from(people).where(eq(people.id, personId)).get(),
    tx.select({ email: guests.email }).from(guests).where(eq(guests.personId, personId)).get(),
  ]
  const address = member?.email ?? guest?.email
  if (!address) return [personId]
  const members = tx.select({ id: people.id }).from(people).where(eq(people.email, address))
  const invited = tx
    .select({ id: guests.personId })
    .from(guests)
    .where(eq(guests.email, address))
  return [personId, ...[...members.all(), ...invited.all()].map(({ id }) => id)]
}
