import { and, eq, inArray, or } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, editions, moduleOrigins, modules } from '#app/db/schema/bank/index.ts'
import { hashOf } from '#app/services/modules/digest.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { listCodes } from '#app/services/modules/list-codes.server.ts'
import { freeCode } from '#app/services/modules/propose-code.ts'
import type { RevisionContent } from '#content-schema/module.ts'
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
}

export function compareArchive(
  db: Reader,
  archive: ReadArchive,
  organisationId: string,
): ArchiveReport {
  const ties = readTies(db, archive.frameworks, organisationId)
  const taken = listCodes(db, organisationId)
  const reports = archive.modules.map((module) => {
    const moduleId = findHere(db, module, organisationId)
    const code = moduleId === null ? freeCode(module.code, taken) : module.code
    if (moduleId === null) taken.push(code)
    const { alignments, ...draft } = module.draft
    const incoming = { ...draft, alignments: alignments.map(ties.tied) }
    return {
      originId: module.id,
      title: draft.facts.title,
      code: module.code,
      renamed: code === module.code ? null : code,
      state: stateOf(db, { module, incoming, moduleId, organisationId }),
      moduleId,
      revisions: module.frozen.length,
      editions: module.editions.length,
    }
  })
  const digests = [...archive.assets.keys()]
  const here = knownFiles(db, digests, organisationId)
  return {
    organisation: archive.organisation,
    madeAt: archive.madeAt,
    modules: reports,
    frameworks: { coming: ties.coming.map(({ code }) => code), here: ties.here },
    files: { coming: digests.length - here.size, here: here.size },
  }
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

/** The module of an organisation that an archived one is, or was made from; by what it is, not by its code. */
function findHere(
  db: Reader,
  { id, home }: ArchivedModule,
  organisationId: string,
): string | null {
  const ids = [id, home.moduleId]
  const found = db
    .select({ id: modules.id })
    .from(modules)
    .leftJoin(moduleOrigins, eq(moduleOrigins.moduleId, modules.id))
    .where(
      and(
        eq(modules.organisationId, organisationId),
        or(inArray(modules.id, ids), inArray(moduleOrigins.originId, ids)),
      ),
    )
    .get()
  return found?.id ?? null
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
