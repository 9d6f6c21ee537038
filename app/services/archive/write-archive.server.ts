import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instance } from '#app/db/instance.server.ts'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import { freeCode } from '#app/services/modules/propose-code.ts'
import type { Alignment } from '#content-schema/module.ts'
import { type WrittenZip, writeZip } from '#packaging/index.ts'
import { about } from './about.ts'
import { describeFrameworks } from './describe-framework.server.ts'
import {
  archivedPath,
  type DescribedModule,
  describeForArchive,
} from './describe-module.server.ts'
import { withReused } from './describe-reuse.server.ts'
import { archivedPages } from './pages.server.ts'
import { readableJson } from './readable-json.ts'
import { archiveFormat, archiveVersion } from './shapes.ts'

export type ArchiveRequest = {
  organisationId: string
  organisationName: string
  /** Ids or codes. */
  moduleIds: readonly string[]
  now: Date
}

type Progress = {
  /** From 0 to 1. */
  onShare?: (share: number) => void
}

export type WrittenArchive = WrittenZip & { modules: number }

/** The half of the work that describes; the other writes. */
const describing = 0.5

/**
 * Writes modules, and those of the same organisation that they reuse, with all that is known of them,
 * to one zip at `out`, where nothing stands until it is whole. The same modules give the same entries. Memory grows with one module, not with all.
 *
 * @throws UserError `module.not-found` (404)
 */
export async function writeArchive(
  here: Instance,
  request: ArchiveRequest,
  out: string,
  { onShare }: Progress = {},
): Promise<WrittenArchive> {
  const entries = new Entries(await mkdtemp(`${out}.entries-`))
  try {
    const ties: Alignment[] = []
    const folders: string[] = []
    let date = 0
    const { organisationId } = request
    const moduleIds = withReused(here.bank, request)
    for (const [at, moduleId] of moduleIds.entries()) {
      const key = { moduleId, organisationId, iriBase: here.iriBase }
      const described = describeForArchive(here.bank, key)
      folders.push(await addModule(here, entries, described, organisationId))
      ties.push(...[described.draft, ...described.frozen].flatMap((each) => each.alignments))
      date = Math.max(date, described.draft.savedAt)
      onShare?.((describing * (at + 1)) / moduleIds.length)
    }
    const frameworks = await addFrameworks(here, entries, ties, request.organisationId)
    await entries.add('README.txt', about)
    await entries.add('manifest.json', manifestOf(entries, { request, folders, frameworks }))
    const written = await writeZip(
      { files: entries.files, source: { publishedAt: date } },
      out,
      {
        onProgress: (done, total) => onShare?.(describing + ((1 - describing) * done) / total),
      },
    )
    return { ...written, modules: moduleIds.length }
  } finally {
    await entries.remove()
  }
}

async function addModule(
  here: Instance,
  entries: Entries,
  described: DescribedModule,
  organisationId: string,
): Promise<string> {
  const { module, draft, revisions, assets, history } = described.entries
  const folder = `modules/${module.code}`
  await entries.addJson(`${folder}/module.json`, module)
  await entries.addJson(`${folder}/draft.json`, draft)
  for (const revision of revisions)
    await entries.addJson(`${folder}/revisions/${revision.number}.json`, revision)
  await entries.addJson(`${folder}/assets.json`, assets)
  await entries.addJson(`${folder}/history.json`, history)
  const { html, metadata, shown } = await archivedPages(here, described, organisationId)
  await entries.add(`${folder}/module.html`, html)
  await entries.add(`${folder}/metadata.xml`, metadata)
  for (const asset of assets) entries.addAsset(here.settings.dataDir, asset)
  for (const asset of shown)
    entries.addAsset(here.settings.dataDir, { ...asset, file: archivedPath(asset) })
  return folder
}

async function addFrameworks(
  { bank }: Instance,
  entries: Entries,
  ties: readonly Alignment[],
  organisationId: string,
): Promise<string[]> {
  const names: string[] = []
  for (const framework of describeFrameworks(bank, ties, organisationId)) {
    const name = freeCode(framework.code, names)
    names.push(name)
    await entries.addJson(`frameworks/${name}.json`, framework)
  }
  return names.map((name) => `frameworks/${name}.json`)
}

type Listed = { request: ArchiveRequest; folders: string[]; frameworks: string[] }

function manifestOf(entries: Entries, { request, folders, frameworks }: Listed): string {
  return readableJson({
    format: archiveFormat,
    version: archiveVersion,
    madeAt: request.now.toISOString(),
    organisation: request.organisationName,
    modules: folders,
    frameworks,
    entries: Object.fromEntries(entries.digests),
  })
}

/** What goes into the zip: texts wait in a folder, so that they do not all wait in memory. */
class Entries {
  readonly files = new Map<string, ZipFile>()
  /** SHA-256 of each, by its path. */
  readonly digests = new Map<string, string>()

  constructor(private readonly folder: string) {}

  async add(path: string, text: string): Promise<void> {
    const file = join(this.folder, `${this.files.size}`)
    await writeFile(file, text)
    const mediaType = 'text/plain'
    const bytes = Buffer.byteLength(text)
    this.files.set(path, { mediaType, bytes, content: () => createReadStream(file) })
    this.digests.set(path, createHash('sha256').update(text).digest('hex'))
  }

  addJson(path: string, value: unknown): Promise<void> {
    return this.add(path, readableJson(value))
  }

  /** A stored file is named after its SHA-256: it is not read for it. */
  addAsset(dataDir: string, { file, digest, mediaType, bytes }: ArchivedFile): void {
    const content = () => createReadStream(assetPath(dataDir, digest))
    this.files.set(file, { mediaType, bytes, content })
    this.digests.set(file, digest)
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}

type ArchivedFile = { file: string; digest: string; mediaType: string; bytes: number }
type ZipFile =
  Parameters<typeof writeZip>[0]['files'] extends ReadonlyMap<string, infer File> ? File : never
