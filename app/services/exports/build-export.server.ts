import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { and, eq, inArray, ne } from 'drizzle-orm'
import { flushToDisk } from '#app/db/flush-to-disk.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import { editions, modules, packages } from '#app/db/schema/bank/index.ts'
import { createCredential } from '#app/lrs/credentials.server.ts'
import type { Edition } from '#app/services/modules/find-module.server.ts'
import { guaranteesAtExport } from '#app/services/publication/ended-guarantees.server.ts'
import { thinSettings } from '#app/services/thin/thin-packages.server.ts'
import { readDocument } from '#content-schema/document.ts'
import {
  buildPackage,
  buildPaper,
  checkFile,
  checkPreset,
  findBrowser,
  measurePackage,
  type PackageFinding,
  packageWarning,
  presetOf,
  Refused,
  standardPublication,
} from '#packaging/index.ts'
import {
  type Format,
  isPaper,
  isThin,
  type PackageSettings,
  type PackageSource,
} from '#packaging/package-source.ts'
import { Cancelled, revokeKeys, untilCancelled } from './cancel-export.server.ts'
import { isPlayed, type PackageRow } from './find-package.server.ts'
import { editionSource, withLogo } from './package-source.server.ts'

/** Where a finished package stands: a zip, unless its name says that it is a page or a PDF. */
export function packagePath(dataDir: string, sha256: string, name = 'module.zip'): string {
  return join(dataDir, 'packages', `${sha256}${extname(name)}`)
}

/** Told of bytes put in so far and in all, four times a second at most. */
export type Progress = (done: number, total: number) => void

/**
 * Makes the file of a waiting package, opens it again and checks it. Only one without an error
 * becomes `ready`; nobody can download another. One that is cancelled meanwhile leaves nothing.
 */
export async function buildExport(
  instance: Instance,
  packageId: string,
  onProgress?: Progress,
): Promise<PackageRow> {
  const folder = join(instance.settings.dataDir, 'packages')
  await removeUnfinished(folder, packageId)
  const wanted = untilCancelled(instance.bank, packageId)
  try {
    const path = join(folder, `${packageId}-${process.pid}.unfinished`)
    return await makeAndCheck(instance, packageId, { path, signal: wanted.signal, onProgress })
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    await removeUnfinished(folder, packageId)
    revokeKeys(instance.bank, packageId, Date.now())
    return load(instance, packageId).row
  } finally {
    wanted.stop()
  }
}

type Making = { path: string; signal: AbortSignal; onProgress: Progress | undefined }

async function makeAndCheck(
  instance: Instance,
  packageId: string,
  making: Making,
): Promise<PackageRow> {
  const { bank, settings } = instance
  const { row, edition, organisationId } = load(instance, packageId)
  const { path } = making
  update(instance, packageId, { state: 'building' })
  const store = { bank, dataDir: settings.dataDir }
  const source = withLogo(
    store,
    editionSource(store, edition, organisationId),
    row,
    organisationId,
  )
  const made = await build(instance, row, { organisationId, source, ...making })
  if ('finding' in made) return refuse(instance, packageId, made.finding)
  const { bytes, sha256 } = made
  update(instance, packageId, { state: 'checking', bytes, sha256 })
  const sound = await checkFile(path)
  const refused = sound.some((finding) => finding.severity === 'error')
  const there = refused ? [] : await findingsThere(path, row, source, bytes)
  const ended = refused ? [] : endedGuarantees(bank, edition)
  const end = { findings: [...sound, ...there, ...ended], finishedAt: Date.now() }
  if (refused) await rm(path)
  else await keepPackage(path, packagePath(settings.dataDir, sha256, row.fileName))
  return finish(instance, packageId, { ...end, state: refused ? 'refused' : 'ready' })
}

/** The last word may come while the file is put in its place: it is then taken away again. */
async function finish(instance: Instance, packageId: string, end: Partial<PackageRow>) {
  try {
    return update(instance, packageId, end)
  } catch (error) {
    const { sha256, fileName } = load(instance, packageId).row
    if (sha256 && !isUsed(instance, sha256))
      await rm(packagePath(instance.settings.dataDir, sha256, fileName), { force: true })
    throw error
  }
}

/** Whether another package is this very file, or is about to be. */
function isUsed({ bank }: Instance, sha256: string): boolean {
  const using = bank
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.sha256, sha256), inArray(packages.state, ['checking', 'ready'])))
    .get()
  return using !== undefined
}

/** What the LMS that it was made for would stumble over; nothing is known of others. */
async function findingsThere(
  path: string,
  { preset: id, format, fileName }: PackageRow,
  { document }: PackageSource,
  bytes: number,
): Promise<PackageFinding[]> {
  const preset = presetOf(id)
  if (!preset || isPaper(format) || !isPlayed({ fileName })) return []
  return checkPreset(preset, await measurePackage(path, { format, bytes, document }))
}

/** Whoever takes the file is told, wherever they asked for it. */
function endedGuarantees(bank: Instance['bank'], edition: Edition): PackageFinding[] {
  const { policy, ended } = guaranteesAtExport(bank, { edition, now: new Date() })
  if (policy === 'allowed') return []
  const told = new Map(ended.map(({ title, who }) => [`${title} ${who}`, { title, who }]))
  return [...told.values()].map((params) => packageWarning('package.guarantee-ended', params))
}

type Building = Making & { organisationId: string; source: PackageSource }

/** What was made; or why it cannot be, where that is for whoever asked to know. */
async function build(instance: Instance, row: PackageRow, building: Building) {
  const { source, path, signal, onProgress } = building
  const { format, language, delivery } = row
  const tell = nowAndThen((done, total) => {
    update(instance, row.id, { done, total })
    onProgress?.(done, total)
  })
  try {
    if (isPaper(format)) {
      const reader = delivery?.reader ?? 'learner'
      return await buildPaper(source, { format, language, reader }, path, await findBrowser())
    }
    const settings = settingsOf(instance, { ...row, format }, building)
    return await buildPackage(source, settings, path, tell, signal)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

function refuse(instance: Instance, packageId: string, finding: PackageFinding): PackageRow {
  const findings = [finding]
  return update(instance, packageId, { state: 'refused', findings, finishedAt: Date.now() })
}

/** Only said to be ready once it would outlive a power cut. */
async function keepPackage(path: string, target: string): Promise<void> {
  await flushToDisk(path)
  await rename(path, target)
  await flushToDisk(dirname(target))
}

/**
 * Tells at most four times a second, and at the end: each time is a commit that waits for the disk,
 * and 200 MB come in three thousand pieces.
 */
function nowAndThen(tell: (done: number, total: number) => void): typeof tell {
  let told = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (done < total && performance.now() < told + 250) return
    told = performance.now()
    tell(done, total)
  }
}

/** What a process that was killed had begun to write of this package. */
async function removeUnfinished(folder: string, packageId: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const left = (await readdir(folder)).filter((name) => name.startsWith(`${packageId}-`))
  for (const name of left) await rm(join(folder, name))
}

function load({ bank }: Instance, packageId: string) {
  return bank
    .select({ row: packages, edition: editions, organisationId: modules.organisationId })
    .from(packages)
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(eq(packages.id, packageId))
    .get()!
}

/** Only a package with a key of its own is unlike any other: the rest are the same, byte for byte. */
function settingsOf(
  instance: Instance,
  row: PackageRow & { format: Format },
  { organisationId, source }: Building,
): PackageSettings {
  const { iriBase, settings } = instance
  const doc = readDocument(source.document)
  return {
    format: row.format,
    packageId: row.traces ? row.id : source.digest.slice(0, 16),
    language: row.language,
    publication: row.publication ?? standardPublication(doc),
    ...(row.delivery?.web && { web: row.delivery.web }),
    ...(row.identity && { identity: row.identity }),
    ...(isThin(row.format) && { thin: thinSettings(instance, row.id) }),
    iriBase,
    traces: row.traces
      ? {
          endpoint: `${settings.publicUrl}/xapi`,
          ...freshCredential(instance, row.id, organisationId),
        }
      : null,
  }
}

/** A package started again after a crash gets a new key; the one nobody received is revoked. */
function freshCredential({ bank }: Instance, packageId: string, organisationId: string) {
  const now = new Date()
  revokeKeys(bank, packageId, now.getTime())
  return createCredential(bank, { organisationId, scope: 'add', packageId, now })
}

/** @throws Cancelled when the package is no longer wanted: what was cancelled stays so */
function update(
  { bank }: Instance,
  packageId: string,
  change: Partial<PackageRow>,
): PackageRow {
  const wanted = and(eq(packages.id, packageId), ne(packages.state, 'cancelled'))
  const row = bank.update(packages).set(change).where(wanted).returning().get()
  if (!row) throw new Cancelled(packageId)
  return row
}

/** Marks a package that could not be made at all, so that nobody waits for it. */
export function failExport(instance: Instance, packageId: string): void {
  try {
    update(instance, packageId, {
      state: 'refused',
      findings: [{ code: 'package.not-made', severity: 'error' }],
      finishedAt: Date.now(),
    })
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
  }
}
