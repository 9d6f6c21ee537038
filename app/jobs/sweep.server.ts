import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const hour = 3_600_000
const day = 24 * hour

/** Sweeps at once, then every hour as long as the process lives. */
export async function startSweeping(dataDir: string): Promise<void> {
  await sweep(dataDir, new Date())
  const again = () => void sweep(dataDir, new Date()).catch(console.error)
  setInterval(again, hour).unref()
}

/**
 * Removes what nobody waits for any more: files that were arriving when a process ended, and played
 * packages that no link opens any longer. They are unpacked again when somebody plays them.
 */
export async function sweep(dataDir: string, now: Date): Promise<void> {
  for (const folder of ['arriving', 'played']) await sweepFolder(join(dataDir, folder), now)
}

async function sweepFolder(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const touched = await lastTouched(join(folder, name))
    const old = touched !== null && touched.mtimeMs < now.getTime() - day
    if (old) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** What is known of an upload (`id.json`) is as old as what has arrived of it (`id`); `null` once both went. */
async function lastTouched(path: string) {
  return stat(path.replace(/\.json$/, ''))
    .catch(() => stat(path))
    .catch(() => null)
}
