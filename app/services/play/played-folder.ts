import { join } from 'node:path'

/** Where the files of an extracted package stand. */
export function playedFolder(dataDir: string, name: string): string {
  return join(dataDir, 'played', name)
}
