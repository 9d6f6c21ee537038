import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import { flushToDisk } from '#app/db/flush-to-disk.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import { editions, lrsCredentials, modules, packages } from '#app/db/schema/bank/index.ts'
import { createCredential } from '#app/lrs/credentials.server.ts'
import { readDocument } from '#content-schema/document.ts'
import {
  buildPackage,
  buildPaper,
  checkFile,
  checkPreset,
  findBrowser,
  measurePackage,
  type PackageFinding,
  presetOf,
  Refused,
  standardPublication,
} from '#packaging/index.ts'
import {
  type Format,
  isPaper,
  type PackageSettings,
  type PackageSource,
} from '#packaging/package-source.ts'
import { isPlayed, type PackageRow } from './find-package.server.ts'
import { editionSource } from './package-source.server.ts'

/** Where a finished package stands: a zip, unless its name says that it is a page or a PDF. */
export function packagePath(dataDir: string, sha256: string, name = 'module.zip'): string {
  return join(dataDir, 'packages', `${sha256}${extname(name)}`)
}

/**
 * Makes the file of a waiting package, opens it again and checks it. Only one without an error
 * becomes `ready`; nobody can download another.
 */
export async function buildExport(instance: Instance, packageId: string): Promise<PackageRow> {
  const { bank, settings } = instance
  const { row, edition, organisationId } = load(instance, packageId)
  const path = join(settings.dataDir, 'packages', `${packageId}-${process.pid}.unfinished`)
  await removeUnfinished(join(settings.dataDir, 'packages'), packageId)
  update(instance, packageId, { state: 'building' })
  const source = editionSource({ bank, dataDir: settings.dataDir }, edition, organisationId)
  const made = await build(instance, row, { organisationId, source, path })
  if ('finding' in made) return refuse(instance, packageId, made.finding)
  update(instance, packageId, { state: 'checking' })
  const sound = await checkFile(path)
  const refused = sound.some((finding) => finding.severity === 'error')
  const there = refused ? [] : await findingsThere(path, row, source, made.bytes)
  const findings = [...sound, ...there]
  if (refused) await rm(path)
  else await keepPackage(path, packagePath(settings.dataDir, made.sha256, row.fileName))
  return update(instance, packageId, {
    state: refused ? 'refused' : 'ready',
    bytes: made.bytes,
    sha256: made.sha256,
    findings,
    finishedAt: Date.now(),
  })
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

type Building = { organisationId: string; source: PackageSource; path: string }

/** What was made; or why it cannot be, where that is for whoever asked to know. */
async function build(instance: Instance, row: PackageRow, building: Building) {
  const { source, path } = building
  const { format, language, delivery } = row
  const tell = nowAndThen((done, total) => update(instance, row.id, { done, total }))
  try {
    if (isPaper(format)) {
      const reader = delivery?.reader ?? 'learner'
      return await buildPaper(source, { format, language, reader }, path, await findBrowser())
    }
    const settings = settingsOf(instance, { ...row, format }, building)
    return await buildPackage(source, settings, path, tell)
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
  bank
    .update(lrsCredentials)
    .set({ revokedAt: now.getTime() })
    .where(and(eq(lrsCredentials.packageId, packageId), isNull(lrsCredentials.revokedAt)))
    .run()
  return createCredential(bank, { organisationId, scope: 'add', packageId, now })
}

function update(
  { bank }: Instance,
  packageId: string,
  change: Partial<PackageRow>,
): PackageRow {
  return bank.update(packages).set(change).where(eq(packages.id, packageId)).returning().get()!
}

/** Marks a package that could not be made at all, so that nobody waits for it. */
export function failExport(instance: Instance, packageId: string): void {
  update(instance, packageId, {
    state: 'refused',
    findings: [{ code: 'package.not-made', severity: 'error' }],
    finishedAt: Date.now(),
  })
}
