import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instance } from '#app/db/instance.server.ts'
import { asUserError, type UserError } from '#app/http/user-error.ts'
import { newId } from '#content-schema/identity.ts'
import { type ArchiveReport, compareArchive } from './compare.server.ts'
import { type ArchiveImport, importArchive } from './import-archive.server.ts'
import { withArchive } from './read-archive.server.ts'
import { type ArchiveRequest, writeArchive } from './write-archive.server.ts'

type Refused = { state: 'refused'; refusal: Pick<UserError, 'code' | 'params'> }

/** How far the reading of an archive has come, or its import. Shares go from 0 to 1. */
export type ArchiveReading =
  | { state: 'reading' | 'importing'; share: number }
  | { state: 'read' | 'imported'; report: ArchiveReport }
  | Refused

/** How far an archive that was asked for has come. */
export type ArchiveMaking =
  | { state: 'making'; share: number }
  | { state: 'ready'; path: string; bytes: number; modules: number; madeAt: number }
  | Refused

/** By organisation and path; by organisation. What a restart interrupts is begun again. */
const readings = new Map<string, ArchiveReading>()
const makings = new Map<string, ArchiveMaking>()

/** Archives of which it is known what is in them. */
const most = 50

type Uploaded = { path: string; organisationId: string }

/** Looks into an archive that stands at `path`: the first to ask begins, all see how far it has come. */
export function lookIntoArchive(
  { bank, settings }: Instance,
  { path, organisationId }: Uploaded,
): ArchiveReading {
  const key = `${organisationId} ${path}`
  const known = readings.get(key)
  if (known) return known
  return begin(key, 'reading', async (onShare) => ({
    state: 'read',
    report: await withArchive(
      settings.dataDir,
      path,
      async (archive) => compareArchive(bank, archive, organisationId),
      onShare,
    ),
  }))
}

/** Begins to import an archive; one that is being imported, or was, is not begun again. */
export function startImport(
  { bank, settings }: Instance,
  { path, ...request }: ArchiveImport & { path: string },
): ArchiveReading {
  const { dataDir } = settings
  const key = `${request.organisationId} ${path}`
  const known = readings.get(key)
  if (known?.state === 'importing' || known?.state === 'imported') return known
  return begin(key, 'importing', async (onShare) => ({
    state: 'imported',
    report: await withArchive(
      dataDir,
      path,
      (archive) => importArchive({ bank, dataDir }, archive, request),
      onShare,
    ),
  }))
}

function begin(
  key: string,
  state: 'reading' | 'importing',
  work: (onShare: (share: number) => void) => Promise<ArchiveReading>,
): ArchiveReading {
  const oldest = readings.keys().next()
  if (readings.size >= most && !oldest.done) readings.delete(oldest.value)
  const begun: ArchiveReading = { state, share: 0 }
  readings.set(key, begun)
  void orRefused(() =>
    work((share) => {
      begun.share = share
    }),
  ).then((end) => readings.set(key, end))
  return begun
}

/** The archive that an organisation asked for last; `null` when there is none, or it was swept away. */
export async function findMaking(organisationId: string): Promise<ArchiveMaking | null> {
  const making = makings.get(organisationId)
  if (making?.state !== 'ready') return making ?? null
  const there = await stat(making.path).catch(() => null)
  return there && making
}

/** Begins to make an archive, in place of the one before; one at a time for an organisation. */
export async function startArchive(here: Instance, request: ArchiveRequest): Promise<void> {
  const { organisationId } = request
  const before = makings.get(organisationId)
  if (before?.state === 'making') return
  const begun: ArchiveMaking = { state: 'making', share: 0 }
  makings.set(organisationId, begun)
  if (before?.state === 'ready') await rm(before.path, { force: true })
  const folder = join(here.settings.dataDir, 'arriving')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${newId()}-archive.zip`)
  void orRefused<ArchiveMaking>(async () => {
    const onShare = (share: number) => {
      begun.share = share
    }
    const { bytes, modules } = await writeArchive(here, request, path, { onShare })
    const madeAt = request.now.getTime()
    return { state: 'ready', path, bytes, modules, madeAt }
  }).then((end) => makings.set(organisationId, end))
}

async function orRefused<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    const refused = asUserError(error)
    if (!refused) console.error(error)
    const { code, params } = refused ?? { code: 'server.failed' as const, params: {} }
    return { state: 'refused', refusal: { code, params } }
  }
}
