import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { newId } from '#content-schema/identity.ts'

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open)

/** Where the files of an extracted package stand. */
export function playedFolder(dataDir: string, name: string): string {
  return join(dataDir, 'played', name)
}

/**
 * Extracts a zip that our own check has passed, once. The folder appears whole or not at all.
 * yauzl refuses entries whose names escape the folder.
 */
export async function extractPackage(
  dataDir: string,
  zip: string,
  name: string,
): Promise<void> {
  const target = playedFolder(dataDir, name)
  if (existsSync(target)) return
  const unfinished = join(dataDir, 'arriving', newId())
  await mkdir(unfinished, { recursive: true })
  try {
    await extractAll(zip, unfinished)
    await mkdir(dirname(target), { recursive: true })
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(target)) throw error
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
