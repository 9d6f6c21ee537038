import { and, desc, eq, or } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, editions, modules, revisions } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'

/** Either the database or a transaction on it. */
export type Reader = Pick<Bank, 'select'>

export type Draft = typeof drafts.$inferSelect
export type Revision = typeof revisions.$inferSelect
export type Edition = typeof editions.$inferSelect
/** A module in reach of an organisation; `moduleId` may be its id or its code. */
export type ModuleKey = { moduleId: string; organisationId: string }

/**
 * The draft of a module of one's own. What co-authors may do as well asks `findHeld` instead.
 *
 * @throws UserError `module.not-found` (404), also for another organisation's module
 */
export function findDraft(db: Reader, { moduleId, organisationId }: ModuleKey): Draft {
  const found = db
    .select({ draft: drafts })
    .from(modules)
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .where(isModule(moduleId, organisationId))
    .get()
  if (!found) throw new UserError('module.not-found', { id: moduleId }, 404)
  return found.draft
}

/** A module of an organisation, by its id or its code. */
export function isModule(moduleId: string, organisationId: string) {
  return and(
    eq(modules.organisationId, organisationId),
    or(eq(modules.id, moduleId), eq(modules.code, moduleId)),
  )
}

/** The latest edition, `null` when it was never published. */
export function latestEdition(db: Reader, moduleId: string): Edition | null {
  const edition = db
    .select()
    .from(editions)
    .where(eq(editions.moduleId, moduleId))
    .orderBy(desc(editions.major), desc(editions.minor))
    .limit(1)
    .get()
  return edition ?? null
}

export function listEditions(db: Reader, moduleId: string): Edition[] {
  return db
    .select()
    .from(editions)
    .where(eq(editions.moduleId, moduleId))
    .orderBy(desc(editions.major), desc(editions.minor))
    .all()
}

export function findRevision(db: Reader, revisionId: string): Revision {
  const revision = db.select().from(revisions).where(eq(revisions.id, revisionId)).get()
  if (!revision) throw new UserError('revision.not-found', {}, 404)
  return revision
}

export function findRevisionByDigest(
  db: Reader,
  moduleId: string,
  digest: string,
): Revision | null {
  const found = db
    .select()
    .from(revisions)
    .where(and(eq(revisions.moduleId, moduleId), eq(revisions.digest, digest)))
    .get()
  return found ?? null
}
