import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, coAuthors, memberships, modules } from '#app/db/schema/bank/index.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { findAsset } from './find-asset.server.ts'

type Passing = {
  digest: string
  /** Whose file it is. */
  from: string
  /** Whose module shows it. */
  to: string
  personId: string
  now: Date
}

/**
 * Gives the owner of a module a file that a co-author brought, with what they said of its rights.
 *
 * @returns whether the owner has it now
 */
export function passOnFile(
  tx: Pick<Bank, 'select' | 'insert'>,
  { digest, from, to, personId, now }: Passing,
): boolean {
  const asset = findAsset(tx, { digest, organisationId: from })
  if (!asset) return false
  const record = passedOn(asset.rights)
  tx.insert(assetRights)
    .values({
      ...{ organisationId: to, digest, record },
      ...{ changedAt: now.getTime(), changedBy: personId },
    })
    .onConflictDoNothing()
    .run()
  return true
}

/**
 * Tells the owners of co-written modules what a co-author now says of a file that it gave them, unless
 * they have said something themselves since.
 */
export function passOnRights(
  tx: Pick<Bank, 'select' | 'update'>,
  {
    digest,
    from,
    record,
    now,
  }: Pick<Passing, 'digest' | 'from' | 'now'> & { record: RightsRecord },
): void {
  const owners = tx
    .select({ id: modules.organisationId })
    .from(coAuthors)
    .innerJoin(modules, eq(modules.id, coAuthors.moduleId))
    .where(and(eq(coAuthors.organisationId, from), eq(coAuthors.state, 'accepted')))
    .all()
  for (const ownerId of new Set(owners.map(({ id }) => id)))
    tx.update(assetRights)
      .set({ record: passedOn(record), changedAt: now.getTime() })
      .where(
        and(
          ...[eq(assetRights.organisationId, ownerId), eq(assetRights.digest, digest)],
          inArray(assetRights.changedBy, membersOf(tx, from)),
          notInArray(assetRights.changedBy, membersOf(tx, ownerId)),
        ),
      )
      .run()
}

/** Who answers for a file, and what proves its rights, stay with whoever brought it. */
function passedOn(record: RightsRecord): RightsRecord {
  return { ...record, guarantorId: null, proofFile: null }
}

function membersOf(db: Pick<Bank, 'select'>, organisationId: string) {
  return db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
}
