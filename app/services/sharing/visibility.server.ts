import { and, asc, eq, gt, gte, lte, or } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  modules,
  organisations,
  publicRecords,
  sharedWith,
  sharings,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import {
  type Edition,
  findDraft,
  findRevision,
  latestEdition,
  type ModuleKey,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { type Licence, licence } from '#content-schema/licences/catalogue.ts'
import { isInReach } from './in-reach.server.ts'
import { isPublic, keepPublicRecord } from './public-records.server.ts'
import { networksOf, type Sharing } from './read-sharing.server.ts'
import { refuseUnshareable } from './shareable.server.ts'

export { isPublic }

type Reader = Pick<Bank, 'select'>

/** What an organisation may read and reuse of a module: its latest edition, never its draft. */
export type ReachableEdition = {
  moduleId: string
  code: string
  /** Whose module it is. */
  organisationId: string
  organisation: string
  edition: Edition
  revision: Revision
}

/**
 * The latest edition of a module of one's own, or of one that is shared with one's organisation.
 *
 * @param key `moduleId` is an id: codes of several organisations may be the same
 * @returns `null` when it was never published, is not shared with this organisation or is not there
 */
export function reachableEdition(
  db: Reader,
  { moduleId, organisationId }: ModuleKey,
): ReachableEdition | null {
  const module = readModule(db, moduleId)
  if (!module || !isInReach(db, { ...module, moduleId }, organisationId)) return null
  return withEdition(db, { moduleId, ...module })
}

/** The latest edition of a public module, for whoever asks; `null` as {@link reachableEdition} gives it. */
export function publicEdition(db: Reader, moduleId: string): ReachableEdition | null {
  const module = readModule(db, moduleId)
  if (!module || !isPublic(db, moduleId)) return null
  return withEdition(db, { moduleId, ...module })
}

/** The same by what stands in its public address: an id of an organisation, and a code in it. */
export function publicByCode(
  db: Reader,
  { organisationId, code }: { organisationId: string; code: string },
): ReachableEdition | null {
  const row = db
    .select({ id: modules.id })
    .from(modules)
    .where(and(eq(modules.organisationId, organisationId), eq(modules.code, code)))
    .get()
  return row ? publicEdition(db, row.id) : null
}

type OwnedModule = { code: string; organisationId: string; organisation: string }

function readModule(db: Reader, moduleId: string): OwnedModule | undefined {
  const { code, organisationId } = modules
  return db
    .select({ code, organisationId, organisation: organisations.name })
    .from(modules)
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .where(eq(modules.id, moduleId))
    .get()
}

function withEdition(
  db: Reader,
  module: OwnedModule & { moduleId: string },
): ReachableEdition | null {
  const edition = latestEdition(db, module.moduleId)
  return edition && { ...module, edition, revision: findRevision(db, edition.revisionId) }
}

/** A module that is public, or that was and no longer is. */
export type PublicModule =
  | (ReachableEdition & {
      state: 'public'
      licence: Licence | null
      /** Of the last publication or opening: milliseconds since 1970, UTC. */
      changedAt: number
    })
  | { state: 'gone'; moduleId: string; organisationId: string; changedAt: number }

export type PublicPage = {
  modules: PublicModule[]
  /** Where the next page begins; `null` when there is none. */
  next: PublicPlace | null
}

/** A place in the order of changes: what stands after it changed later, or has a greater id. */
export type PublicPlace = { changedAt: number; moduleId: string }

type PublicQuery = {
  after?: PublicPlace | null
  /** Bounds of the change, both included: milliseconds since 1970, UTC. */
  changedSince?: number | undefined
  changedUntil?: number | undefined
  limit: number
}

/**
 * What is public, and what was, in the order of its last change: whoever reads on from `next` misses
 * no module, whatever changes meanwhile, and may meet again one that changed.
 */
export function listPublic(db: Reader, query: PublicQuery): PublicPage {
  const { after, changedSince, changedUntil, limit } = query
  const { changedAt, moduleId } = publicRecords
  const rows = db
    .select()
    .from(publicRecords)
    .where(
      and(
        changedSince === undefined ? undefined : gte(changedAt, changedSince),
        changedUntil === undefined ? undefined : lte(changedAt, changedUntil),
        after
          ? or(
              gt(changedAt, after.changedAt),
              and(eq(changedAt, after.changedAt), gt(moduleId, after.moduleId)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(changedAt), asc(moduleId))
    .limit(limit + 1)
    .all()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    modules: page.map((row) => publicModule(db, row)),
    next: rows.length > limit && last ? placeOf(last) : null,
  }
}

function placeOf({ changedAt, moduleId }: PublicPlace): PublicPlace {
  return { changedAt, moduleId }
}

/** As {@link listPublic} gives it; `null` for a module that was never public. */
export function findPublic(db: Reader, moduleId: string): PublicModule | null {
  const row = db.select().from(publicRecords).where(eq(publicRecords.moduleId, moduleId)).get()
  return row ? publicModule(db, row) : null
}

function publicModule(db: Reader, row: typeof publicRecords.$inferSelect): PublicModule {
  const { moduleId, organisationId, changedAt } = row
  const found = row.isPublic ? publicEdition(db, moduleId) : null
  if (!found) return { state: 'gone', moduleId, organisationId, changedAt }
  const known = licence(found.revision.facts.licence)
  return { state: 'public', ...found, licence: known, changedAt }
}

export type Share = ModuleKey & Sharing & { personId: string; now: Date }

/**
 * Says who else may find, read and reuse the editions of a module, from now on. Whoever reuses an
 * edition of one that is closed again keeps that edition.
 *
 * @throws UserError `module.not-found` (404), `sharing.nobody` where no organisation is named,
 *   `sharing.not-in-network` (404), `sharing.rights` where a file may not leave the organisation
 */
export function setVisibility(bank: Bank, share: Share): void {
  const { organisationId, personId, now, visibility } = share
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, share)
    const sharing = checked(tx, share)
    const edition = latestEdition(tx, moduleId)
    if (edition) refuseUnshareable(tx, { edition, organisationId, visibility, now })
    const { networkId } = sharing
    const row = { visibility, networkId, changedAt: now.getTime(), changedBy: personId }
    tx.insert(sharings)
      .values({ moduleId, ...row })
      .onConflictDoUpdate({ target: sharings.moduleId, set: row })
      .run()
    tx.delete(sharedWith).where(eq(sharedWith.moduleId, moduleId)).run()
    for (const id of sharing.organisationIds)
      tx.insert(sharedWith).values({ moduleId, organisationId: id }).run()
    const whom = sharing.organisationIds.join(' ') || networkId
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      action: 'module.visibility-set',
      details: { visibility, whom },
    })
    keepPublicRecord(tx, moduleId, now)
    indexModule(tx, moduleId, now)
  })
}

/** Leaves out what does not go with the visibility, and organisations that are not there. */
function checked(db: Reader, { visibility, networkId, ...share }: Share): Sharing {
  if (visibility === 'network') {
    const networks = networksOf(db, share.organisationId)
    if (!networkId || !networks.has(networkId))
      throw new UserError('sharing.not-in-network', {}, 404)
    return { visibility, networkId, organisationIds: [] }
  }
  if (visibility !== 'organisations')
    return { visibility, networkId: null, organisationIds: [] }
  const known = otherOrganisations(db, share.organisationId).map(({ id }) => id)
  const organisationIds = known.filter((id) => share.organisationIds.includes(id))
  if (organisationIds.length === 0) throw new UserError('sharing.nobody')
  return { visibility, networkId: null, organisationIds }
}

/** With whom an organisation could share, by name. */
export function otherOrganisations(
  db: Reader,
  organisationId: string,
): { id: string; name: string }[] {
  return db
    .select()
    .from(organisations)
    .orderBy(asc(organisations.name))
    .all()
    .filter(({ id }) => id !== organisationId)
}
