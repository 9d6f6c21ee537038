import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const day = 86_400_000

/**
 * Removes what nobody waits for any more: files that were arriving when a process ended, and played
 * packages that no link opens any longer. They are unpacked again when somebody plays them.
 */
export async function sweep(dataDir: string, now: Date): Promise<void> {
  for (const folder of ['arriving', 'played']) await sweepFolder(join(dataDir, folder), now)
}

async function sweepFolder(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtimeMs } = await stat(join(folder, name))
    const old = mtimeMs < now.getTime() - day
    if (old) await rm(join(folder, name), { recursive: true, force: true })
  }
}
