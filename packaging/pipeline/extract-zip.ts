import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { newId } from '#content-schema/identity.ts'

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open)

/**
 * Extracts a zip of our own making into a folder that is not there yet; the folder appears whole or
 * not at all. yauzl refuses entries whose names escape it.
 */
export async function extractZip(zip: string, folder: string): Promise<void> {
  if (existsSync(folder)) return
  const unfinished = `${folder}.${newId()}.unfinished`
  await mkdir(unfinished, { recursive: true })
  try {
    await extractAll(zip, unfinished)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

async function extractAll(zip: string, folder: string): Promise<void> {
  const file = await openZip(zip, { lazyEntries: true })
  const openEntry = promisify<Entry, NodeJS.ReadableStream>(
    file.openReadStream.bind(file) as never,
  )
  await new Promise<void>((resolve, reject) => {
    file.on('error', reject)
    file.on('end', resolve)
    file.on('entry', (entry: Entry) => {
      extractEntry(openEntry, entry, folder).then(() => file.readEntry(), reject)
    })
    file.readEntry()
  })
}

async function extractEntry(
  openEntry: (entry: Entry) => Promise<NodeJS.ReadableStream>,
  entry: Entry,
  folder: string,
): Promise<void> {
  if (entry.fileName.endsWith('/')) return
  const path = join(folder, entry.fileName)
  await mkdir(dirname(path), { recursive: true })
  await pipeline(await openEntry(entry), createWriteStream(path))
}
