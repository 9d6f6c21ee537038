import { createHash } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'

export type WrittenFile = { bytes: number; sha256: string }

/** Writes a file that is made at one go; nothing stands at `out` until it is whole. */
export async function writeWhole(out: string, content: Buffer | string): Promise<WrittenFile> {
  const unfinished = `${out}.unfinished`
  const bytes = Buffer.from(content)
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, out)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
