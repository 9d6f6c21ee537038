import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instance, openInstance } from '#app/db/instance.server.ts'
import { readSettings } from '#app/env.server.ts'

/** An installation over a folder, a new temporary one by default, without a server. */
export function openFolder(dataDir = mkdtempSync(join(tmpdir(), 'grain-folder-'))): Instance {
  return openInstance(readSettings({ DATA_DIR: dataDir }))
}

function closeFolder({ bank, statements }: Instance): void {
  bank.$client.close()
  statements.$client.close()
}

/** Closes it and removes its folder. */
export function removeFolder(instance: Instance): void {
  closeFolder(instance)
  rmSync(instance.settings.dataDir, { recursive: true, force: true })
}
