import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `package.json`. Files that are read while the product runs (the player's
 * sources, migrations, samples) are named from here: a built server stands elsewhere than its sources.
 */
export const projectRoot = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json stands in no folder above this file')
  return above(parent)
}
