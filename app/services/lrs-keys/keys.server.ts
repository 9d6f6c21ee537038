import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  editions,
  type LrsScope,
  lrsCredentials,
  modules,
  packages,
  people,
  revisions,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { createCredential } from '#app/lrs/index.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'

/** What a key of a person or a system may do; to add alone is for packages. */
export const givenScopes = ['read', 'all'] as const satisfies LrsScope[]

/** More than this in one organisation, and nobody knows any more what each is for. */
const most = 50
/** Of the packages', those that were made last. */
const mostOfPackages = 100

type By = { organisationId: string; personId: string; now: Date }

/**
 * @returns the only time that the secret is known: the bank keeps its digest
 * @throws UserError `lrs-key.too-many` (409)
 */
export function giveKey(
  bank: Bank,
  { label, scope, ...by }: By & { label: string; scope: (typeof givenScopes)[number] },
): { key: string; secret: string } {
  const { organisationId, personId, now } = by
  return bank.transaction((tx) => {
    if (given(tx, organisationId).filter(({ revokedAt }) => revokedAt === null).length >= most)
      throw new UserError('lrs-key.too-many', { most }, 409)
    const made = createCredential(tx, { organisationId, scope, label, madeBy: personId, now })
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: made.key },
      ...{ action: 'lrs-key.given', details: { label, scope } },
    })
    return made
  })
}

/** @throws UserError `lrs-key.not-found` (404), also for another organisation's or a revoked one */
export function takeBackKey(bank: Bank, { key, ...by }: By & { key: string }): void {
  const { organisationId, personId, now } = by
  const at = now.getTime()
  bank.transaction((tx) => {
    const revoked = tx
      .update(lrsCredentials)
      .set({ revokedAt: at })
      .where(
        and(
          ...[eq(lrsCredentials.key, key), eq(lrsCredentials.organisationId, organisationId)],
          isNull(lrsCredentials.revokedAt),
        ),
      )
      .returning({ label: lrsCredentials.label, packageId: lrsCredentials.packageId })
      .get()
    if (!revoked) throw new UserError('lrs-key.not-found', {}, 404)
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: key, details: revoked },
      action: 'lrs-key.taken-back',
    })
  })
}

export type GivenKey = {
  key: string
  scope: LrsScope
  /** Empty for one that the command line made. */
  label: string
  madeBy: string | null
  /** Milliseconds since 1970, UTC. */
  createdAt: number
  revokedAt: number | null
}

export type PackageKey = Pick<GivenKey, 'key' | 'createdAt'> & {
  packageId: string
  moduleId: string
  title: string
  /** `major.minor`. */
  edition: string
}

/** Those of an organisation, the latest first; without what they are told by. */
export function listKeys(
  db: Reader,
  organisationId: string,
): { given: GivenKey[]; ofPackages: PackageKey[] } {
  return { given: given(db, organisationId), ofPackages: ofPackages(db, organisationId) }
}

function given(db: Reader, organisationId: string): GivenKey[] {
  const { key, scope, label, createdAt, revokedAt } = lrsCredentials
  return db
    .select({ key, scope, label, madeBy: people.name, createdAt, revokedAt })
    .from(lrsCredentials)
    .leftJoin(people, eq(people.id, lrsCredentials.madeBy))
    .where(
      and(
        ...[
          eq(lrsCredentials.organisationId, organisationId),
          isNull(lrsCredentials.packageId),
        ],
        isNull(lrsCredentials.participantId),
      ),
    )
    .orderBy(desc(createdAt), key)
    .all()
}

/** Those that still add: what was taken back is nobody's concern any more. */
function ofPackages(db: Reader, organisationId: string): PackageKey[] {
  const { key, createdAt, packageId } = lrsCredentials
  return db
    .select({
      key,
      createdAt,
      packageId,
      moduleId: modules.id,
      facts: revisions.facts,
      editions,
    })
    .from(lrsCredentials)
    .innerJoin(packages, eq(packages.id, packageId))
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(
      and(
        ...[eq(lrsCredentials.organisationId, organisationId), isNotNull(packageId)],
        isNull(lrsCredentials.revokedAt),
      ),
    )
    .orderBy(desc(createdAt), key)
    .limit(mostOfPackages)
    .all()
    .map(({ facts, editions: { major, minor }, packageId: id, ...row }) => ({
      ...{ ...row, packageId: id ?? '', title: facts.title, edition: `${major}.${minor}` },
    }))
}
