import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '#app/http/user-error.ts'
import { identify } from '#app/services/assets/identify.server.ts'
import { type Imported, type ImportedFile, importFinding } from '#packaging/import/imported.ts'

/**
 * The same import without the pictures that could not be stored as one: broken, too large, or
 * something else under a picture's name. Their places are kept, and they are named.
 */
export async function withSoundFiles(imported: Imported): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), 'grain-import-'))
  try {
    const files: ImportedFile[] = []
    const refused: string[] = []
    for (const file of imported.files) {
      if (await isPicture(join(folder, 'file'), file)) files.push(file)
      else refused.push(file.name)
    }
    if (refused.length === 0) return imported
    const finding = importFinding('import.picture', refused.length, refused)
    return { ...imported, files, findings: [...imported.findings, finding] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function isPicture(path: string, { bytes }: ImportedFile): Promise<boolean> {
  await writeFile(path, bytes)
  try {
    return (await identify(path)).mediaType.startsWith('image/')
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}
