import { and, eq, inArray } from 'drizzle-orm'
import {
  assetRights,
  assets,
  type ModuleHome,
  moduleOrigins,
  modules,
  organisations,
  revisions,
} from '#app/db/schema/bank/index.ts'
import { historyOf, noHistory } from '#app/services/evidence/history.server.ts'
import { namesIn } from '#app/services/evidence/names.server.ts'
import {
  type Draft,
  findDraft,
  listEditions,
  type ModuleKey,
  type Reader,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { deeds } from './deeds.ts'
import { reuseOf, usesOf } from './describe-reuse.server.ts'

/** A module as an archive holds it, entry by entry; and what its pages are made from. */
export type DescribedModule = ReturnType<typeof describeForArchive>

/**
 * All that is kept of a module that can be said elsewhere. People are named, never identified.
 *
 * @param iriBase of this bank
 * @throws UserError `module.not-found` (404)
 */
export function describeForArchive(db: Reader, key: ModuleKey & { iriBase: string }) {
  const draft = findDraft(db, key)
  const { moduleId } = draft
  const module = db.select().from(modules).where(eq(modules.id, moduleId)).get()!
  const origin = db
    .select()
    .from(moduleOrigins)
    .where(eq(moduleOrigins.moduleId, moduleId))
    .get()
  const nameOf = namesIn(db)
  const by = (deed: string, personId: string) => origin?.names[deed] ?? nameOf(personId)
  const frozen = frozenOf(db, moduleId)
  const home = origin?.home ?? homeOf(db, module, key.iriBase)
  const editions = listEditions(db, moduleId).reverse()
  const guarantor = (digest: string, since: number | string, { guarantorId }: RightsRecord) =>
    origin?.names[deeds.answers(digest, since)] ?? (guarantorId && nameOf(guarantorId))
  return {
    draft,
    frozen,
    editions,
    home,
    entries: {
      module: {
        id: module.id,
        code: module.code,
        author: by(deeds.author, module.authorId),
        createdAt: module.createdAt,
        home,
        ...reuseOf(db, moduleId, by),
        revisions: frozen.map(({ number }) => number),
        editions: editions.map((edition) => {
          const { major, minor, note, publishedAt, rights, waivers, coAuthors } = edition
          const named = `${major}.${minor}`
          const records = Object.entries(rights).map(([digest, record]) => [
            digest,
            withName(record, guarantor(digest, named, record)),
          ])
          return {
            ...{ major, minor, note, publishedAt, waivers, coAuthors },
            revision: frozen.find(({ id }) => id === edition.revisionId)!.number,
            publishedBy: by(deeds.published(named), edition.publishedBy),
            rights: Object.fromEntries(records),
          }
        }),
      },
      draft: {
        ...contentOf(draft),
        version: draft.version,
        savedAt: draft.savedAt,
        savedBy: by(deeds.saved(draft.savedAt), draft.savedBy),
      },
      revisions: frozen.map((revision) => ({
        ...contentOf(revision),
        number: revision.number,
        digest: revision.digest,
        frozenAt: revision.frozenAt,
        frozenBy: by(deeds.frozen(revision.number), revision.frozenBy),
        uses: usesOf(db, revision),
      })),
      assets: filesOf(db, [draft, ...frozen], key.organisationId).map(({ asset, rights }) => {
        const { digest, mediaType, bytes, width, height, duration } = asset
        const { record, changedAt, changedBy } = rights
        return {
          ...{ digest, mediaType, bytes, width, height, duration, changedAt },
          file: archivedPath(asset),
          rights: withName(record, guarantor(digest, changedAt, record)),
          changedBy: by(deeds.saidRights(digest, changedAt), changedBy),
        }
      }),
      history: historyOf(
        db,
        { moduleId, organisationId: key.organisationId },
        nameOf,
        origin?.history ?? noHistory,
      ),
    },
  }
}

/** Where a file stands in an archive. */
export function archivedPath({ digest, extension }: { digest: string; extension: string }) {
  return `assets/${digest}${extension}`
}

function contentOf({ facts, alignments, document }: Draft | Revision) {
  return { facts, alignments, document }
}

function withName({ guarantorId: _, ...record }: RightsRecord, guarantor: string | null) {
  return { ...record, guarantor: guarantor ?? null }
}

function frozenOf(db: Reader, moduleId: string): Revision[] {
  return db
    .select()
    .from(revisions)
    .where(eq(revisions.moduleId, moduleId))
    .orderBy(revisions.number)
    .all()
}

function homeOf(db: Reader, module: typeof modules.$inferSelect, bank: string): ModuleHome {
  const { organisationId, id: moduleId } = module
  const named = db
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .get()!
  return { organisation: named.name, bank, moduleId }
}

/** The files that a module shows, in any of its states, and those that prove rights on them. */
function filesOf(db: Reader, states: readonly (Draft | Revision)[], organisationId: string) {
  const shown = new Set(states.flatMap(({ document }) => assetDigests(readDocument(document))))
  const files = knownFiles(db, [...shown], organisationId)
  const proofs = files.flatMap(({ rights }) => rights.record.proofFile ?? [])
  const missing = proofs.filter((digest) => !shown.has(digest))
  return [...files, ...knownFiles(db, [...new Set(missing)], organisationId)].sort((a, b) =>
    a.asset.digest < b.asset.digest ? -1 : 1,
  )
}

function knownFiles(db: Reader, digests: string[], organisationId: string) {
  return db
    .select({ asset: assets, rights: assetRights })
    .from(assets)
    .innerJoin(assetRights, eq(assetRights.digest, assets.digest))
    .where(and(inArray(assets.digest, digests), eq(assetRights.organisationId, organisationId)))
    .all()
}
