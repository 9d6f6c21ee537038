import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { extractPackage, playedFolder } from '#app/services/play/extract-package.server.ts'
import { newId } from '#content-schema/identity.ts'

/**
 * Puts a backup in place: extracted beside, its databases checked, then moved. A broken backup
 * leaves the folder as it was.
 *
 * @throws Error naming what is wrong with the backup
 */
export async function restoreBackup(zip: string, dataDir: string): Promise<void> {
  const name = `restoring-${newId()}`
  const folder = playedFolder(dataDir, name)
  try {
    await extractPackage(dataDir, zip, name)
    checkDatabase(join(folder, 'bank.sqlite'))
    checkDatabase(join(folder, 'statements.sqlite'))
    await mkdir(dataDir, { recursive: true })
    for (const entry of await readdir(folder))
      await rename(join(folder, entry), join(dataDir, entry))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function checkDatabase(path: string): void {
  if (!existsSync(path)) throw new Error(`The backup holds no ${path.split('/').at(-1)}.`)
  const client = new Database(path, { readonly: true })
  try {
    const result = client.pragma('integrity_check', { simple: true })
    if (result !== 'ok') throw new Error(`${path} is damaged: ${result}`)
  } finally {
    client.close()
  }
}
