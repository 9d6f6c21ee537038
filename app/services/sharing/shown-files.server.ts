import { and, eq, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  assets,
  coAuthors,
  drafts,
  editions,
  modules,
  revisions,
  revisionUses,
  uses,
} from '#app/db/schema/bank/index.ts'
import { type Asset, findAsset } from '#app/services/assets/find-asset.server.ts'
import { showsFile } from '#app/services/assets/uses.server.ts'
import { inHandsOf } from '#app/services/modules/hands.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'

type Reader = Pick<Bank, 'select'>
type Asked = { digest: string; organisationId: string }

/**
 * A file that an organisation may look at: one of its library, or one that stands in what it may
 * read: a module in its hands, what such a module reuses, an edition that others share with it.
 */
export function findShownFile(db: Reader, asked: Asked): Asset | null {
  const own = findAsset(db, asked)
  if (own) return own
  const asset = db.select().from(assets).where(eq(assets.digest, asked.digest)).get()
  return asset && isShown(db, asked) ? asset : null
}

function isShown(db: Reader, asked: Asked): boolean {
  return (
    isInCoWritten(db, asked) ||
    editionsShowing(db, asked).some((edition) => mayRead(db, edition, asked))
  )
}

/** In the draft, or in what was frozen of it for a review. */
function isInCoWritten(db: Reader, { digest, organisationId }: Asked): boolean {
  const written = and(
    eq(coAuthors.organisationId, organisationId),
    eq(coAuthors.state, 'accepted'),
  )
  const names = (table: typeof drafts | typeof revisions) =>
    and(written, sql`instr(${table.document}, ${digest}) > 0`)
  const documents = [drafts, revisions].flatMap((table) =>
    db
      .select({ document: table.document })
      .from(coAuthors)
      .innerJoin(table, eq(table.moduleId, coAuthors.moduleId))
      .where(names(table))
      .all(),
  )
  return documents.some(({ document }) => showsFile(document, digest))
}

type Showing = { moduleId: string; revisionId: string; digest: string }

/** An edition names the rights of each file it shows, also of those that come with what it reuses. */
function editionsShowing(db: Reader, { digest }: Asked): Showing[] {
  return db
    .select({
      ...{ moduleId: editions.moduleId, revisionId: editions.revisionId },
      digest: revisions.digest,
    })
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .where(
      and(
        sql`instr(${editions.rights}, ${digest}) > 0`,
        sql`json_type(${editions.rights}, ${`$."${digest}"`}) is not null`,
      ),
    )
    .all()
}

/** One's own, or one that others share or shared when it was taken; or part of a module in one's hands. */
function mayRead(db: Reader, edition: Showing, { organisationId }: Asked): boolean {
  const { moduleId, digest } = edition
  const offered = reusableEdition(db, { moduleId, digest, organisationId })
  return typeof offered !== 'string' || isReusedByOneInHands(db, edition, organisationId)
}

/** What a module in one's hands reuses is reached as its owner reaches it. */
function isReusedByOneInHands(
  db: Reader,
  { moduleId, digest, revisionId }: Showing,
  organisationId: string,
): boolean {
  const frozen = db
    .select({ id: modules.id })
    .from(revisionUses)
    .innerJoin(revisions, eq(revisions.id, revisionUses.revisionId))
    .innerJoin(modules, eq(modules.id, revisions.moduleId))
    .where(and(eq(revisionUses.usedRevisionId, revisionId), inHandsOf(db, organisationId)))
    .limit(1)
    .get()
  if (frozen) return true
  return db
    .select({ ownerId: modules.organisationId, follows: uses.follows, seen: uses.digest })
    .from(uses)
    .innerJoin(modules, eq(modules.id, uses.moduleId))
    .where(and(eq(uses.usedModuleId, moduleId), inHandsOf(db, organisationId)))
    .all()
    .some(({ ownerId, follows, seen }) => {
      const wanted = { moduleId, organisationId: ownerId, digest: follows ? null : seen }
      const reached = reusableEdition(db, wanted)
      return typeof reached !== 'string' && reached.digest === digest
    })
}
