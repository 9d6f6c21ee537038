import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ZodType } from 'zod'
import { UserError } from '#app/http/user-error.ts'
import { type Arrival, receive } from '#app/services/assets/asset-files.server.ts'
import { type Identity, identify } from '#app/services/assets/identify.server.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import { DocumentError, readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { RevisionContent } from '#content-schema/module.ts'
import { referencesOf } from '#content-schema/reuse/reference.ts'
import { type OpenZip, readZip } from '#packaging/checks/read-zip.ts'
import { HistoryEntry } from './history-shape.ts'
import {
  type ArchivedFramework,
  type ArchivedModule,
  AssetEntries,
  archiveFormat,
  archiveVersion,
  DraftEntry,
  FrameworkEntry,
  Manifest,
  ModuleEntry,
  RevisionEntry,
} from './shapes.ts'

/** A file of an archive that arrived, found to be what it was said to be. */
export type ArrivedAsset = { arrival: Arrival; identity: Identity }

export type ReadArchive = {
  organisation: string
  madeAt: string
  modules: ArchivedModule[]
  frameworks: ArchivedFramework[]
  /** By SHA-256. */
  assets: ReadonlyMap<string, ArrivedAsset>
}

/** Of all texts together, as they wait in memory: more modules come in several archives. */
const mostText = 200_000_000

/**
 * Reads an archive to its end, and believes nothing of it: names and sizes of its entries, the
 * SHA-256 of each, the shape of each text, every document, and what each file really is.
 *
 * @param use what is done with it; files that it leaves where they arrived are then removed
 * @throws UserError naming the entry that is not right
 */
export async function withArchive<T>(
  dataDir: string,
  path: string,
  use: (archive: ReadArchive) => Promise<T>,
  onShare: (share: number) => void = () => undefined,
): Promise<T> {
  const zip = await opened(path)
  const assets = new Map<string, ArrivedAsset>()
  try {
    const manifest = await readManifest(zip)
    const texts = await readEntries({ zip, dataDir, assets, onShare }, manifest.entries)
    const read = reader(texts)
    const modules = manifest.modules.map((folder) => readModule(read, folder, assets))
    const named = new Set(
      modules.flatMap((module) => module.assets.map(({ digest }) => digest)),
    )
    const archive = {
      organisation: manifest.organisation,
      madeAt: manifest.madeAt,
      modules,
      frameworks: manifest.frameworks.map((each) => read(each, FrameworkEntry)),
      // Others are of modules that did not come along: only its pages show them.
      assets: new Map([...assets].filter(([digest]) => named.has(digest))),
    }
    refuseTwice(archive)
    return await use(archive)
  } finally {
    zip.close()
    for (const { arrival } of assets.values()) await rm(arrival.path, { force: true })
  }
}

async function opened(path: string): Promise<OpenZip> {
  const zip = await readZip(path)
  if ('code' in zip) throw new UserError('archive.not-an-archive')
  const unsafe = zip.findings.find(({ severity }) => severity === 'error')
  if (!unsafe) return zip
  zip.close()
  throw new UserError('archive.unsafe', { entry: String(unsafe.params.path ?? unsafe.code) })
}

async function readManifest(zip: OpenZip) {
  const text = await zip.text('manifest.json')
  const found = parsed(text)
  const { format, version } = (found ?? {}) as { format?: unknown; version?: unknown }
  if (format !== archiveFormat) throw new UserError('archive.not-an-archive')
  if (Number.isInteger(version) && Number(version) > archiveVersion)
    throw new UserError('archive.newer', { version: Number(version) })
  const manifest = Manifest.safeParse(found)
  if (!manifest.success || manifest.data.version < 1) throw invalid('manifest.json')
  refuseUnlisted(zip, manifest.data.entries)
  return manifest.data
}

/** What the manifest names is there, and nothing else. */
function refuseUnlisted(zip: OpenZip, listed: Record<string, string>): void {
  const there = [...zip.entries.keys()].filter((path) => path !== 'manifest.json')
  const strange = there.find((path) => !Object.hasOwn(listed, path))
  const missing = Object.keys(listed).find((path) => !zip.entries.has(path))
  const wrong = strange ?? missing
  if (wrong !== undefined) throw damaged(wrong)
}

type Reading = {
  zip: OpenZip
  dataDir: string
  assets: Map<string, ArrivedAsset>
  onShare: (share: number) => void
}

/** The texts of an archive, by path; its files go where uploads arrive. */
async function readEntries(
  { zip, dataDir, assets, onShare }: Reading,
  listed: Record<string, string>,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const total = [...zip.entries.values()].reduce((sum, bytes) => sum + bytes, 1)
  let done = 0
  let held = 0
  for (const [path, digest] of Object.entries(listed)) {
    if (path.startsWith('assets/')) {
      assets.set(digest, await readAsset(zip, dataDir, path, digest))
    } else {
      const text = await readText(zip, path, digest)
      held += text.length
      if (held > mostText)
        throw new UserError('archive.too-large', { megabytes: mostText / 1e6 }, 413)
      if (path.endsWith('.json')) texts.set(path, text)
    }
    done += zip.entries.get(path) ?? 0
    onShare(done / total)
  }
  return texts
}

async function readText(zip: OpenZip, path: string, digest: string): Promise<string> {
  const bytes = await zip.bytes(path)
  if (!(bytes instanceof Buffer)) throw damaged(path)
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw damaged(path)
  return bytes.toString('utf8')
}

/** Taken in as an upload is: what it is, is found in its bytes; a drawing must be clean already. */
async function readAsset(
  zip: OpenZip,
  dataDir: string,
  path: string,
  digest: string,
): Promise<ArrivedAsset> {
  const stream = await zip.stream(path)
  if (!stream) throw damaged(path)
  const arrival = await receive(dataDir, stream).catch((error) => {
    throw error instanceof UserError ? error : damaged(path)
  })
  try {
    const named = path === `assets/${digest}${extname(path)}`
    if (arrival.digest !== digest || !named) throw damaged(path)
    const identity = await identify(arrival.path).catch((error) => {
      throw error instanceof UserError ? invalid(path) : error
    })
    if (identity.cleaned !== null && sha256(identity.cleaned) !== digest) throw invalid(path)
    return { arrival, identity }
  } catch (error) {
    await rm(arrival.path, { force: true })
    throw error
  }
}

type FrozenEntry = ArchivedModule['frozen'][number]
type Read = <T>(path: string, shape: ZodType<T>) => T

function reader(texts: ReadonlyMap<string, string>): Read {
  return (path, shape) => {
    const text = texts.get(path)
    if (text === undefined) throw damaged(path)
    const read = shape.safeParse(parsed(text))
    if (!read.success) throw invalid(path)
    return read.data
  }
}

function readModule(
  read: Read,
  folder: string,
  arrived: ReadonlyMap<string, ArrivedAsset>,
): ArchivedModule {
  const module = read(`${folder}/module.json`, ModuleEntry)
  const assets = read(`${folder}/assets.json`, AssetEntries)
  const there = new Set(assets.map(({ digest }) => digest).filter((each) => arrived.has(each)))
  const draft = read(`${folder}/draft.json`, DraftEntry)
  refuseUnreadable(`${folder}/draft.json`, draft, there)
  const frozen = module.revisions.map((number) => {
    const path = `${folder}/revisions/${number}.json`
    const revision = read(path, RevisionEntry)
    refuseUnreadable(path, revision, there)
    if (revision.number !== number || digestSaid(revision) !== revision.digest)
      throw damaged(path)
    return revision
  })
  const history = read(`${folder}/history.json`, HistoryEntry)
  const known = new Set(module.revisions)
  const published = new Set(module.editions.map(({ revision }) => revision))
  const numbers = new Set(module.editions.map(({ major, minor }) => `${major}.${minor}`))
  const sound =
    known.size === module.revisions.length &&
    new Set(frozen.map(({ digest }) => digest)).size === frozen.length &&
    published.size === module.editions.length &&
    numbers.size === module.editions.length &&
    [...published].every((number) => known.has(number)) &&
    draft.facts.code === module.code
  if (!sound) throw invalid(`${folder}/module.json`)
  return { ...module, folder, draft, frozen, assets, history }
}

/** The digest that a revision must have, its references leading where it says they led. */
function digestSaid({ facts, alignments, document, uses }: FrozenEntry): string | null {
  const references = referencesOf(document.doc).map(({ id }) => id)
  if (references.join() !== uses.map(({ reference }) => reference).join()) return null
  return digestOf(
    { facts, alignments, document },
    uses.map(({ reference, leadsTo }) => [reference, leadsTo?.digest ?? null]),
  )
}

/** A document is read as those of ours are, whatever its age, and shows only files that came along. */
function refuseUnreadable(
  path: string,
  { document }: RevisionContent,
  there: ReadonlySet<string>,
): void {
  try {
    const missing = assetDigests(readDocument(document)).find((digest) => !there.has(digest))
    if (missing) throw damaged(`assets/${missing}`)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    if (error.code === 'document.newer-format') throw new UserError(error.code, error.params)
    throw invalid(path)
  }
}

function refuseTwice({ modules, frameworks }: Pick<ReadArchive, 'modules' | 'frameworks'>) {
  const seen = new Set<string>()
  for (const { id, code, folder } of modules) {
    if (seen.has(id) || seen.has(`code ${code}`)) throw invalid(`${folder}/module.json`)
    seen.add(id).add(`code ${code}`)
  }
  for (const { id, blocks } of frameworks) {
    const competencies = blocks.flatMap((block) => block.competencies)
    for (const each of [{ id }, ...blocks, ...competencies]) {
      if (seen.has(each.id)) throw invalid('frameworks')
      seen.add(each.id)
    }
    if (new Set(blocks.map(({ code }) => code)).size !== blocks.length)
      throw invalid('frameworks')
  }
  if (new Set(frameworks.map(({ code }) => code)).size !== frameworks.length)
    throw invalid('frameworks')
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function damaged(entry: string): UserError {
  return new UserError('archive.damaged', { entry: entry.slice(0, 120) })
}

function invalid(entry: string): UserError {
  return new UserError('archive.invalid', { entry: entry.slice(0, 120) })
}
