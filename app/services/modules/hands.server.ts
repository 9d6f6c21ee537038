import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { coAuthors, drafts, modules } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { type Draft, isModule, type ModuleKey, type Reader } from './find-module.server.ts'

/** How a module is in the hands of an organisation. */
export type Hold = {
  moduleId: string
  /** Whose module it is: its library, its frameworks and its look count, whoever writes. */
  ownerId: string
  as: 'owner' | 'co-author'
  /** Always so for its owner. */
  mayPublish: boolean
}

export type Held = Hold & { draft: Draft }

/**
 * The one answer to "is this module in this organisation's hands, and how". What only its owner may
 * do asks `findDraft` instead.
 *
 * @param key a co-author names a module by its id: one of their own may have the same code
 * @throws UserError `module.not-found` (404), `co-author.ended` (404) for one that wrote it once
 */
export function findHold(db: Reader, { moduleId, organisationId }: ModuleKey): Hold {
  const own = db
    .select({ id: modules.id })
    .from(modules)
    .where(isModule(moduleId, organisationId))
    .get()
  if (own) return { moduleId: own.id, ownerId: organisationId, as: 'owner', mayPublish: true }
  const found = db
    .select({ row: coAuthors, ownerId: modules.organisationId })
    .from(coAuthors)
    .innerJoin(modules, eq(modules.id, coAuthors.moduleId))
    .where(and(eq(coAuthors.moduleId, moduleId), eq(coAuthors.organisationId, organisationId)))
    .get()
  if (found?.row.state === 'former') throw new UserError('co-author.ended', {}, 404)
  if (found?.row.state !== 'accepted')
    throw new UserError('module.not-found', { id: moduleId }, 404)
  const { ownerId, row } = found
  return { moduleId, ownerId, as: 'co-author', mayPublish: row.mayPublish }
}

/** The draft with it. Throws as {@link findHold} does. */
export function findHeld(db: Reader, key: ModuleKey): Held {
  const hold = findHold(db, key)
  const draft = db.select().from(drafts).where(eq(drafts.moduleId, hold.moduleId)).get()!
  return { ...hold, draft }
}

/** Which version a draft has come to, without reading it. Throws as {@link findHold} does. */
export function findDraftVersion(
  db: Reader,
  key: ModuleKey,
): Pick<Draft, 'moduleId' | 'version'> {
  const { moduleId } = findHold(db, key)
  const { version } = db
    .select({ version: drafts.version })
    .from(drafts)
    .where(eq(drafts.moduleId, moduleId))
    .get()!
  return { moduleId, version }
}

/** The same answer as a condition on `modules`, for what is found by something else. */
export function inHandsOf(db: Reader, organisationId: string): SQL | undefined {
  const writing = db
    .select({ one: sql`1` })
    .from(coAuthors)
    .where(
      and(
        eq(coAuthors.moduleId, modules.id),
        eq(coAuthors.organisationId, organisationId),
        eq(coAuthors.state, 'accepted'),
      ),
    )
  return or(eq(modules.organisationId, organisationId), exists(writing))
}
