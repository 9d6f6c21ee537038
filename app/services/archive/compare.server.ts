import { and, eq, inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, editions, modules } from '#app/db/schema/bank/index.ts'
import { hashOf } from '#app/services/modules/digest.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { listCodes } from '#app/services/modules/list-codes.server.ts'
import { freeCode } from '#app/services/modules/propose-code.ts'
import type { RevisionContent } from '#content-schema/module.ts'
import { referencesOf } from '#content-schema/reuse/reference.ts'
import { documentHere, findHere, type IdHere, idsHere } from './local-ids.server.ts'
import type { ReadArchive } from './read-archive.server.ts'
import type { ArchivedModule } from './shapes.ts'
import { readTies } from './ties.server.ts'

type Reader = Pick<Bank, 'select'>

/** What an archive would bring to an organisation. */
export type ArchiveReport = {
  organisation: string
  /** As it says: an instant, ISO 8601. */
  madeAt: string
  modules: ModuleReport[]
  /** Codes. */
  frameworks: { coming: string[]; here: string[] }
  /** Files that come, and those whose rights are already said here: they stay as they are. */
  files: { coming: number; here: number }
}

export type ModuleReport = {
  /** Its id in the archive: what a choice names. */
  originId: string
  title: string
  code: string
  /** The code it gets, where its own is that of another module here. */
  renamed: string | null
  state: 'new' | 'identical' | 'different'
  /** The module that is here, when there is one. */
  moduleId: string | null
  revisions: number
  editions: number
  /** How many places of its draft show a module that is neither here nor in the archive. */
  missing: number
}

export function compareArchive(
  db: Reader,
  archive: ReadArchive,
  organisationId: string,
): ArchiveReport {
  const ties = readTies(db, archive.frameworks, organisationId)
  const taken = listCodes(db, organisationId)
  const here = modulesHere(db, archive, organisationId)
  const idHere = idsHere(db, here, organisationId)
  const reports = archive.modules.map((module) => {
    const moduleId = here.get(module.id) ?? null
    const code = moduleId === null ? freeCode(module.code, taken) : module.code
    if (moduleId === null) taken.push(code)
    const { alignments, document, ...draft } = module.draft
    const incoming = {
      ...{ ...draft, document: documentHere(document, idHere) },
      alignments: alignments.map(ties.tied),
    }
    return {
      originId: module.id,
      title: draft.facts.title,
      code: module.code,
      renamed: code === module.code ? null : code,
      state: stateOf(db, { module, incoming, moduleId, organisationId }),
      moduleId,
      revisions: module.frozen.length,
      editions: module.editions.length,
      missing: countMissing(db, module, { archive, idHere }),
    }
  })
  const digests = [...archive.assets.keys()]
  const files = knownFiles(db, digests, organisationId)
  return {
    organisation: archive.organisation,
    madeAt: archive.madeAt,
    modules: reports,
    frameworks: { coming: ties.coming.map(({ code }) => code), here: ties.here },
    files: { coming: digests.length - files.size, here: files.size },
  }
}

/** The modules of an archive that the organisation has, by their ids in the archive. */
export function modulesHere(
  db: Reader,
  { modules: archived }: ReadArchive,
  organisationId: string,
): Map<string, string> {
  return new Map(
    archived.flatMap(({ id, home }) => {
      const found = findHere(db, [id, home.moduleId], organisationId)
      return found ? [[id, found] as const] : []
    }),
  )
}

function countMissing(
  db: Reader,
  { draft }: ArchivedModule,
  { archive, idHere }: { archive: ReadArchive; idHere: IdHere },
): number {
  const coming = new Set(archive.modules.map(({ id }) => id))
  return referencesOf(draft.document.doc).filter(({ moduleId }) => {
    if (coming.has(moduleId)) return false
    const known = eq(modules.id, idHere(moduleId))
    return !db.select({ id: modules.id }).from(modules).where(known).get()
  }).length
}

/** The files that an organisation has already. */
export function knownFiles(
  db: Reader,
  digests: readonly string[],
  organisationId: string,
): Set<string> {
  const rows = db
    .select({ digest: assetRights.digest })
    .from(assetRights)
    .where(
      and(
        eq(assetRights.organisationId, organisationId),
        inArray(assetRights.digest, [...digests]),
      ),
    )
    .all()
  return new Set(rows.map(({ digest }) => digest))
}

type Comparison = {
  module: ArchivedModule
  incoming: RevisionContent
  moduleId: string | null
  organisationId: string
}

function stateOf(
  db: Reader,
  { module, incoming, moduleId, organisationId }: Comparison,
): ModuleReport['state'] {
  if (moduleId === null) return 'new'
  const here = findDraft(db, { moduleId, organisationId })
  const same = essence(here) === essence(incoming)
  const known = db
    .select({ major: editions.major, minor: editions.minor })
    .from(editions)
    .where(eq(editions.moduleId, moduleId))
    .all()
  const allHere = module.editions.every(({ major, minor }) =>
    known.some((each) => each.major === major && each.minor === minor),
  )
  return same && allHere ? 'identical' : 'different'
}

/** What a draft says, its code apart. */
function essence({ facts, alignments, document }: RevisionContent): string {
  return hashOf({ facts: { ...facts, code: '' }, alignments, document })
}
