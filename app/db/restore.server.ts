import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Database from 'better-sqlite3'
import { extractZip } from '#packaging/index.ts'

/**
 * Puts a backup into an empty folder: extracted beside, its databases and files checked, then
 * moved, the bank last. A broken backup leaves the folder as it was.
 *
 * @throws Error naming what is wrong with the backup, or saying that the folder is not empty
 */
export async function restoreBackup(zip: string, dataDir: string): Promise<void> {
  const there = existsSync(dataDir)
  if (there && (await readdir(dataDir)).length > 0)
    throw new Error(`${dataDir} is not empty: nothing may be overwritten.`)
  const workshop = join(dataDir, 'restoring')
  try {
    const folder = join(workshop, 'backup')
    await extractZip(zip, folder)
    await checkBackup(folder)
    const entries = await readdir(folder)
    const bankLast = entries.sort((a, b) => Number(isBank(a)) - Number(isBank(b)))
    for (const entry of bankLast) await rename(join(folder, entry), join(dataDir, entry))
    await rm(workshop, { recursive: true })
  } catch (error) {
    await rm(there ? workshop : dataDir, { recursive: true, force: true })
    throw error
  }
}

function isBank(name: string): boolean {
  return name === 'bank.sqlite'
}

async function checkBackup(folder: string): Promise<void> {
  checkDatabase(join(folder, 'bank.sqlite'))
  checkDatabase(join(folder, 'statements.sqlite'))
  for (const name of ['assets', 'packages']) await checkFiles(join(folder, name))
}

function checkDatabase(path: string): void {
  if (!existsSync(path)) throw new Error(`The backup holds no ${basename(path)}.`)
  const client = new Database(path, { readonly: true })
  try {
    const result = client.pragma('integrity_check', { simple: true })
    if (result !== 'ok') throw new Error(`${basename(path)} is damaged: ${result}`)
  } finally {
    client.close()
  }
}

/** Stored files are named after their SHA-256: each is what it was, or it is named here. */
async function checkFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(entry.parentPath ?? entry.path, entry.name)), hash)
    if (hash.digest('hex') !== entry.name.replace(/\.(zip|html|pdf)$/, ''))
      throw new Error(`${entry.name} is damaged.`)
  }
}
