import { eq, sql } from 'drizzle-orm'
import type { Node } from 'prosemirror-model'
import {
  editions,
  moduleOrigins,
  modules,
  organisations,
  origins,
  revisions,
  revisionUses,
} from '#app/db/schema/bank/index.ts'
import { type AssetWithRights, listAssets } from '#app/services/assets/find-asset.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import {
  currentFormat,
  readDocument,
  type StoredDocument,
  writeDocument,
} from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'
import { type Reference, referencesOf } from '#content-schema/reuse/reference.ts'
import {
  type Answer,
  type Resolution,
  resolve,
  type Target,
} from '#content-schema/reuse/resolve.ts'
import { schema } from '#content-schema/schema.ts'
import { type Content, organisationOf, reachedFrom } from './content-digest.server.ts'

/** A module that another reuses, as it was published. */
export type UsedModule = Target & {
  /** `major.minor`. */
  edition: string
  facts: ModuleFacts
  alignments: Alignment[]
  /** Whose it is; by name, who wrote it, where it came in an archive. */
  organisation: { id: string; name: string }
  /** What it was made from, where it says so. */
  origin: typeof origins.$inferSelect | null
  /** Why it is no longer offered; `null` while it is, and in what was frozen before. */
  withdrawn: string | null
}

/** A document without references, and what they led to. */
export type ResolvedContent = Omit<Resolution<UsedModule>, 'doc'> & {
  doc: Node
  document: StoredDocument
  /** Whose module it is. */
  organisationId: string
  /** Its own, and those of what it reuses. */
  alignments: Alignment[]
}

/**
 * The one way to what a module shows, whoever asks. A revision has what its references led to when
 * it was frozen; a draft what they lead to now.
 *
 * @param organisationId whose it is, where it is no module of the bank
 */
export function resolved(
  db: Reader,
  content: Content,
  organisationId = organisationOf(db, content.moduleId),
): ResolvedContent {
  const { moduleId, facts, document, alignments } = content
  if (referencesOf(document.doc).length === 0) {
    const nothing = { uses: [], faults: [], origins: new Map(), optional: new Set<string>() }
    return { ...nothing, doc: readDocument(document), document, organisationId, alignments }
  }
  const root = { moduleId, title: facts.title, doc: inCurrentFormat(document) }
  const { doc, ...found } = resolve(root, lookup(db, content, organisationId))
  const whole = { format: currentFormat, doc }
  return {
    ...found,
    // Each of its parts was checked when it was saved.
    ...{ doc: schema.nodeFromJSON(doc), document: whole, organisationId },
    alignments: allAlignments([alignments, ...found.uses.map((use) => use.target.alignments)]),
  }
}

/** The document alone: as it is where nothing is reused, and not read any further. */
export function resolvedDocument(db: Reader, content: Content): StoredDocument {
  const reuses = referencesOf(content.document.doc).length > 0
  return reuses ? resolved(db, content).document : content.document
}

/** The files a module shows: its own, and those that come with what it reuses. */
export function filesOf(
  db: Reader,
  { doc, organisationId, uses }: Pick<ResolvedContent, 'doc' | 'organisationId' | 'uses'>,
): AssetWithRights[] {
  const digests = assetDigests(doc)
  const owners = [organisationId, ...uses.map(({ target }) => target.organisation.id)]
  const files = new Map<string, AssetWithRights>()
  for (const owner of new Set(owners)) {
    const missing = digests.filter((digest) => !files.has(digest))
    if (missing.length === 0) break
    for (const file of listAssets(db, { digests: missing, organisationId: owner }))
      files.set(file.digest, file)
  }
  return digests.flatMap((digest) => files.get(digest) ?? [])
}

function lookup(db: Reader, { id }: Content, organisationId: string) {
  const known = new Map<string, UsedModule>()
  const target = (revisionId: string) => known.get(revisionId) ?? usedModule(db, revisionId)
  // All that a revision uses is read at once: a query costs more than what it reads.
  const recorded = remembering((revisionId: string) => {
    const found = recordedUses(db, revisionId)
    for (const used of usedModules(db, [...found.values()])) known.set(used.revisionId, used)
    return found
  })
  return (reference: Reference, holder: string | null): Answer<UsedModule> => {
    const frozen = holder ?? id
    if (frozen !== undefined) {
      const revisionId = recorded(frozen).get(reference.id)
      return revisionId ? target(revisionId) : { fault: 'reuse.missing' }
    }
    const found = reachedFrom(db, reference, organisationId)
    if (typeof found === 'string') return { fault: found }
    return { ...target(found.revisionId), withdrawn: found.withdrawn }
  }
}

function remembering<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key) ?? read(key)
    known.set(key, found)
    return found
  }
}

function recordedUses(db: Reader, revisionId: string): Map<string, string> {
  const rows = db
    .select()
    .from(revisionUses)
    .where(eq(revisionUses.revisionId, revisionId))
    .all()
  return new Map(rows.map(({ referenceId, usedRevisionId }) => [referenceId, usedRevisionId]))
}

/** A published revision as another module reuses it. */
export function usedModule(db: Reader, revisionId: string): UsedModule {
  return usedModules(db, [revisionId])[0]!
}

function usedModules(db: Reader, revisionIds: string[]): UsedModule[] {
  const wanted = sql`${revisions.id} in (select value from json_each(${JSON.stringify(revisionIds)}))`
  return db
    .select({
      revision: revisions,
      edition: editions,
      organisation: organisations,
      origin: origins,
      home: moduleOrigins.home,
    })
    .from(revisions)
    .innerJoin(editions, eq(editions.revisionId, revisions.id))
    .innerJoin(modules, eq(modules.id, revisions.moduleId))
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .leftJoin(origins, eq(origins.moduleId, revisions.moduleId))
    .leftJoin(moduleOrigins, eq(moduleOrigins.moduleId, revisions.moduleId))
    .where(wanted)
    .all()
    .map(asUsed)
}

type UsedRow = {
  revision: typeof revisions.$inferSelect
  edition: typeof editions.$inferSelect
  organisation: typeof organisations.$inferSelect
  origin: typeof origins.$inferSelect | null
  home: typeof moduleOrigins.$inferSelect.home | null
}

function asUsed({ revision, edition, organisation, origin, home }: UsedRow): UsedModule {
  const { moduleId, digest, facts, alignments, document } = revision
  return {
    ...{
      moduleId,
      revisionId: revision.id,
      digest,
      facts,
      alignments,
      origin,
      withdrawn: null,
    },
    edition: `${edition.major}.${edition.minor}`,
    title: facts.title,
    organisation: { id: organisation.id, name: home?.organisation ?? organisation.name },
    doc: inCurrentFormat(document),
  }
}

/** What was stored was checked; only an older one is read again. */
function inCurrentFormat(document: StoredDocument): NodeJson {
  if (document.format === currentFormat) return document.doc
  return writeDocument(readDocument(document)).doc
}

function allAlignments(lists: Alignment[][]): Alignment[] {
  const key = ({ competencyId, role }: Alignment) => `${competencyId} ${role}`
  const all = lists.flat().reverse()
  return [...new Map(all.map((each) => [key(each), each])).values()].reverse()
}
