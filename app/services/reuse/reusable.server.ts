import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  editions,
  modules,
  revisions,
  revisionUses,
  withdrawals,
} from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { isInReach } from '#app/services/sharing/in-reach.server.ts'
import type { ReuseFault } from '#content-schema/reuse/resolve.ts'

/** An edition that an organisation may reuse. */
export type ReusableEdition = {
  moduleId: string
  revisionId: string
  digest: string
  /** `major.minor`. */
  edition: string
  /** Why it is no longer offered; `null` while it is. */
  withdrawn: string | null
}

type Asked = {
  moduleId: string
  /** Who wants to reuse it. */
  organisationId: string
  /** Of the edition that is meant; `null` for the latest. */
  digest: string | null
}

/** The one way to what is reused: the edition, or why this organisation cannot have it. */
export function reusableEdition(db: Reader, asked: Asked): ReusableEdition | ReuseFault {
  const { moduleId, organisationId, digest } = asked
  const module = db.select().from(modules).where(eq(modules.id, moduleId)).get()
  if (!module) return 'reuse.missing'
  if (!isInReach(db, { ...module, moduleId }, organisationId) && !isKept(db, asked))
    return 'reuse.private'
  const found = db
    .select({
      ...{ revisionId: revisions.id, digest: revisions.digest },
      ...{ major: editions.major, minor: editions.minor, reason: withdrawals.reason },
    })
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .leftJoin(withdrawals, eq(withdrawals.moduleId, editions.moduleId))
    .where(
      and(
        eq(editions.moduleId, moduleId),
        digest === null ? undefined : eq(revisions.digest, digest),
      ),
    )
    .orderBy(desc(editions.major), desc(editions.minor))
    .limit(1)
    .get()
  if (!found) return digest === null ? 'reuse.unpublished' : 'reuse.missing'
  const { major, minor, reason, ...revision } = found
  return { moduleId, ...revision, edition: `${major}.${minor}`, withdrawn: reason }
}

/** What an organisation has published with an edition stays its own to publish, were it closed since. */
function isKept(db: Reader, { organisationId, digest }: Asked): boolean {
  if (digest === null) return false
  const used = alias(revisions, 'used')
  const found = db
    .select({ id: revisionUses.revisionId })
    .from(used)
    .innerJoin(revisionUses, eq(revisionUses.usedRevisionId, used.id))
    .innerJoin(editions, eq(editions.revisionId, revisionUses.revisionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(and(eq(used.digest, digest), eq(modules.organisationId, organisationId)))
    .limit(1)
    .get()
  return found !== undefined
}
