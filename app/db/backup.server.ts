import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import type Database from 'better-sqlite3'
import { flushToDisk } from './flush-to-disk.server.ts'
import type { Instance } from './instance.server.ts'

/**
 * Writes a consistent copy of both databases, the stored files and the packages to one zip. Files
 * are never changed once they stand, so those that a database names are there when it is copied
 * first. Nothing stands at `path` until it is whole; the copies are made beside it, where there is room.
 */
export async function writeBackup(
  here: Instance,
  path: string,
): Promise<{ files: number; bytes: number }> {
  const { dataDir } = here.settings
  const copies = await mkdtemp(`${path}.copies-`)
  try {
    copyDatabase(here.bank.$client, join(copies, 'bank.sqlite'))
    copyDatabase(here.statements.$client, join(copies, 'statements.sqlite'))
    const files = [
      ...(await filesBelow(copies, copies)),
      ...(await filesBelow(join(dataDir, 'assets'), dataDir)),
      ...(await filesBelow(join(dataDir, 'packages'), dataDir)),
    ].filter(({ name }) => !name.endsWith('.unfinished'))
    await writeZip(files, `${path}.unfinished`)
    await flushToDisk(`${path}.unfinished`)
    await rename(`${path}.unfinished`, path)
    return { files: files.length, bytes: (await stat(path)).size }
  } finally {
    await rm(copies, { recursive: true, force: true })
  }
}

/** A snapshot of one instant, taken beside whoever is writing, then read through once. */
function copyDatabase(client: Database.Database, target: string): void {
  client.prepare('vacuum into ?').run(target)
}

type NamedFile = { path: string; name: string }

async function filesBelow(folder: string, root: string): Promise<NamedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path, name: relative(root, path) }))
}

async function writeZip(files: NamedFile[], path: string): Promise<void> {
  const zip = new ZipArchive({ forceZip64: true, store: true })
  const failed = new Promise<never>((_, reject) =>
    zip.on('warning', reject).on('error', reject),
  )
  const written = pipeline(zip, createWriteStream(path))
  // file() opens each in its turn: thousands of streams at once would exceed what a process may open.
  for (const { path: file, name } of files) zip.file(file, { name })
  await Promise.race([Promise.all([zip.finalize(), written]), failed])
}
