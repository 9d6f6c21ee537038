import { and, eq, gt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { contributions } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'

type Contributor = { moduleId: string; personId: string }

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
 * The rule of two people: whoever wrote a module since its last edition does not approve it.
 *
 * @throws UserError `review.expert-is-author` (409)
 */
export function refuseContributor(
  tx: Pick<Bank, 'select'>,
  { moduleId, personId }: Contributor,
): void {
  const since = latestEdition(tx, moduleId)?.publishedAt ?? -1
  const wrote = tx
    .select({ savedAt: contributions.savedAt })
    .from(contributions)
    .where(
      and(
        eq(contributions.moduleId, moduleId),
        eq(contributions.personId, personId),
        gt(contributions.savedAt, since),
      ),
    )
    .get()
  if (wrote) throw new UserError('review.expert-is-author', {}, 409)
}
