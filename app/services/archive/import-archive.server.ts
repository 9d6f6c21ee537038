import { rm } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  assetRights,
  assets,
  drafts,
  editions,
  moduleOrigins,
  modules,
  revisions,
} from '#app/db/schema/bank/index.ts'
import { keep } from '#app/services/assets/asset-files.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { recordUses } from '#app/services/reuse/record-uses.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { currentFormat, readDocument, writeDocument } from '#content-schema/document.ts'
import { newId } from '#content-schema/identity.ts'
import type { RevisionContent } from '#content-schema/module.ts'
import { bringReuse, bringRevisionUses } from './bring-reuse.server.ts'
import {
  type ArchiveReport,
  compareArchive,
  knownFiles,
  type ModuleReport,
  modulesHere,
} from './compare.server.ts'
import { deeds } from './deeds.ts'
import { documentHere, type IdHere, idsHere } from './local-ids.server.ts'
import type { ReadArchive } from './read-archive.server.ts'
import type { ArchivedModule } from './shapes.ts'
import { addFramework, readTies, type Ties } from './ties.server.ts'

export type ArchiveImport = {
  organisationId: string
  /** Who brings it in, and stands for those who are not here. */
  personId: string
  /** Modules, by their ids in the archive, whose draft takes the place of the one that is here. */
  replacing: ReadonlySet<string>
  now: Date
}

type Store = { bank: Bank; dataDir: string }
type Writer = Parameters<Parameters<Bank['transaction']>[0]>[0]

/**
 * Puts an archive in place: its files first, then all the rest in one transaction. What was decided
 * elsewhere comes as history; nobody here is said to have done it.
 *
 * @returns what was done, as it was found just before
 */
export async function importArchive(
  { bank, dataDir }: Store,
  archive: ReadArchive,
  request: ArchiveImport,
): Promise<ArchiveReport> {
  await keepFiles({ bank, dataDir }, archive)
  return bank.transaction((tx) => {
    const report = compareArchive(tx, archive, request.organisationId)
    const ties = readTies(tx, archive.frameworks, request.organisationId)
    recordFiles(tx, archive, request)
    for (const framework of ties.coming) addFramework(tx, framework, request)
    const ids = idsToBe(tx, archive, request.organisationId)
    const idHere = idsHere(tx, ids, request.organisationId)
    const brought = archive.modules.flatMap((module, at) => {
      const bringing = { module, found: report.modules[at]!, ties, archive, request }
      const how = howToBring(bringing)
      if (how === null) return []
      return [{ ...bringing, how, idHere, moduleId: ids.get(module.id)! }]
    })
    for (const each of brought) bringModule(tx, each)
    for (const each of brought) bringTies(tx, each)
    return report
  })
}

/** Files stand under their SHA-256: one that is there already is the same. */
async function keepFiles({ bank, dataDir }: Store, { assets: came }: ReadArchive) {
  for (const { arrival } of came.values()) {
    const { digest } = arrival
    const known = bank.select().from(assets).where(eq(assets.digest, digest)).get()
    if (known) await rm(arrival.path, { force: true })
    else await keep(dataDir, arrival)
  }
}

/** Rights that are said here stay as they are said; a file of which nothing is known learns them. */
function recordFiles(tx: Writer, archive: ReadArchive, request: ArchiveImport): void {
  const { organisationId, personId, now } = request
  const here = knownFiles(tx, [...archive.assets.keys()], organisationId)
  for (const { arrival, identity } of archive.assets.values()) {
    const { mediaType, extension, width, height, duration } = identity
    const { digest, bytes } = arrival
    tx.insert(assets)
      .values({
        ...{ digest, mediaType, extension, bytes, width, height, duration },
        storedAt: now.getTime(),
      })
      .onConflictDoNothing()
      .run()
  }
  for (const { digest, rights, changedAt } of archive.modules.flatMap((each) => each.assets)) {
    if (!archive.assets.has(digest)) continue
    const { record } = rights
    const row = { organisationId, digest, record, changedAt, changedBy: personId }
    if (!here.has(digest)) tx.insert(assetRights).values(row).onConflictDoNothing().run()
    else if (isUnsaid(tx, digest, organisationId))
      tx.update(assetRights)
        .set({ record, changedAt, changedBy: personId })
        .where(
          and(eq(assetRights.organisationId, organisationId), eq(assetRights.digest, digest)),
        )
        .run()
  }
}

function isUnsaid(tx: Writer, digest: string, organisationId: string): boolean {
  const known = tx
    .select({ record: assetRights.record })
    .from(assetRights)
    .where(and(eq(assetRights.organisationId, organisationId), eq(assetRights.digest, digest)))
    .get()
  return known?.record.licence === 'unknown'
}

/** The id that each module of an archive has, or will have: its own, unless another organisation of this bank has it. */
function idsToBe(tx: Writer, archive: ReadArchive, organisationId: string) {
  const here = modulesHere(tx, archive, organisationId)
  return new Map(
    archive.modules.map(({ id }) => {
      const taken = tx.select().from(modules).where(eq(modules.id, id)).get()
      return [id, here.get(id) ?? (taken ? newId() : id)] as const
    }),
  )
}

type Bringing = {
  module: ArchivedModule
  found: ModuleReport
  ties: Ties
  archive: ReadArchive
  request: ArchiveImport
  how: 'new' | 'draft'
  /** Its id here, and those of the modules that it reuses. */
  moduleId: string
  idHere: IdHere
}

/** `null` for one that is here and stays as it is. */
function howToBring({
  found,
  request,
}: Pick<Bringing, 'found' | 'request'>): Bringing['how'] | null {
  if (found.state === 'new') return 'new'
  const replaces = found.state === 'different' && request.replacing.has(found.originId)
  return replaces ? 'draft' : null
}

function bringModule(tx: Writer, bringing: Bringing): void {
  if (bringing.how === 'new') addModule(tx, bringing)
  else replaceDraft(tx, bringing)
}

/** What leads to other modules, once they are all here. */
function bringTies(tx: Writer, bringing: Bringing): void {
  const { module, moduleId, how, request, archive } = bringing
  const { organisationId, personId, now } = request
  if (how === 'new') bringRevisionUses(tx, { ...bringing, organisationId, personId })
  const { document } = findDraft(tx, { moduleId, organisationId })
  recordUses(tx, moduleId, document.doc)
  recordEvent(tx, {
    ...{ at: now.getTime(), organisationId, personId, object: moduleId },
    action: how === 'new' ? 'archive.imported' : 'archive.draft-replaced',
    details: { from: archive.organisation, originId: module.id },
  })
  indexModule(tx, moduleId, now)
}

function addModule(tx: Writer, bringing: Bringing): void {
  const { module, moduleId, found, request } = bringing
  const { organisationId, personId, now } = request
  const code = found.renamed ?? module.code
  const { author, createdAt, draft, home, history } = module
  tx.insert(modules)
    .values({ id: moduleId, organisationId, code, authorId: personId, createdAt })
    .run()
  const { facts, alignments, document } = broughtDraft(bringing)
  const { version, savedAt } = draft
  tx.insert(drafts)
    .values({
      ...{ moduleId, version, savedAt, savedBy: personId },
      ...{ facts: { ...facts, code }, alignments, document },
    })
    .run()
  addRevisions(tx, module, moduleId, personId)
  bringReuse(tx, { ...bringing, organisationId, personId })
  tx.insert(moduleOrigins)
    .values({
      ...{ moduleId, originId: module.id, home, history },
      names: { [deeds.author]: author, ...namesOf(module) },
      ...{ broughtBy: personId, broughtAt: now.getTime() },
    })
    .run()
}

function addRevisions(
  tx: Writer,
  { frozen, editions: published }: ArchivedModule,
  moduleId: string,
  personId: string,
): void {
  const ids = new Map<number, string>()
  for (const { frozenBy: _by, uses: _uses, ...revision } of frozen) {
    const id = newId()
    ids.set(revision.number, id)
    tx.insert(revisions)
      .values({ id, moduleId, ...revision, frozenBy: personId })
      .run()
  }
  for (const { revision, rights, publishedBy: _, ...edition } of published) {
    const records = Object.entries(rights).map(([digest, { record }]) => [digest, record])
    tx.insert(editions)
      .values({
        ...{ id: newId(), moduleId, revisionId: ids.get(revision)!, ...edition },
        ...{ rights: Object.fromEntries(records), publishedBy: personId },
      })
      .run()
  }
}

/** Who did what, by name. */
function namesOf(module: ArchivedModule) {
  const { draft, frozen, editions: published, assets: files } = module
  const { madeFrom, withdrawn, setAside } = module
  const answering = (digest: string, since: number | string, guarantor: string | null) =>
    guarantor === null ? [] : [[deeds.answers(digest, since), guarantor]]
  return Object.fromEntries([
    [deeds.saved(draft.savedAt), draft.savedBy],
    ...(madeFrom ? [[deeds.forked(madeFrom.at), madeFrom.by]] : []),
    ...(withdrawn ? [[deeds.withdrew(withdrawn.at), withdrawn.by]] : []),
    ...setAside.map(({ reference, at, by }) => [deeds.setAside(reference, at), by]),
    ...frozen.map(({ number, frozenBy }) => [deeds.frozen(number), frozenBy]),
    ...published.flatMap(({ major, minor, publishedBy, rights }) => [
      [deeds.published(`${major}.${minor}`), publishedBy],
      ...Object.entries(rights).flatMap(([digest, { guarantor }]) =>
        answering(digest, `${major}.${minor}`, guarantor),
      ),
    ]),
    ...files.flatMap(({ digest, changedAt, changedBy, rights }) => [
      [deeds.saidRights(digest, changedAt), changedBy],
      ...answering(digest, changedAt, rights.guarantor),
    ]),
  ])
}

/** The draft that is here is frozen first: it can be gone back to. */
function replaceDraft(tx: Writer, bringing: Bringing): void {
  const { moduleId, request } = bringing
  const { organisationId, personId, now } = request
  const here = findDraft(tx, { moduleId, organisationId })
  freezeRevision(tx, here, { personId, now })
  const { facts, alignments, document } = broughtDraft(bringing)
  tx.update(drafts)
    .set({
      ...{ facts: { ...facts, code: here.facts.code }, alignments, document },
      ...{ version: here.version + 1, savedAt: now.getTime(), savedBy: personId },
    })
    .where(eq(drafts.moduleId, moduleId))
    .run()
}

/** In the format of this program, tied to what is here. */
function broughtDraft({ module, ties, idHere }: Bringing): RevisionContent {
  const { facts, alignments, document } = module.draft
  const current = document.format === currentFormat
  return {
    facts,
    alignments: alignments.map(ties.tied),
    document: documentHere(current ? document : writeDocument(readDocument(document)), idHere),
  }
}
