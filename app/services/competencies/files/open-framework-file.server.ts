import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { FrameworkFileError } from '../rncp/framework-file-error.ts'

/** A file that came from outside, once it is known what it holds. */
export type FrameworkFile = {
  /** The registers in XML, a CASE package in JSON, or a table. */
  format: 'register' | 'case' | 'table'
  /** Bytes to be read, unpacked. */
  bytes: number
  open: () => Promise<Readable>
}

/** Bytes that are read at once: few large pieces cost less than many small ones. */
const pieceBytes = 1024 ** 2

/** What a zip may unpack to: the register is near 250 MB, and shrinks to a tenth. */
const most = { bytes: 2_000_000_000, ratio: 200, ratioFrom: 10_000_000, entries: 1000 }

/**
 * Looks at the beginning of a file, or of the one inside a zip, to see how it is to be read. What
 * it is called counts for nothing, but that a zip may hold a note beside it.
 *
 * @throws FrameworkFileError for a zip that swells, or holds nothing of the kind
 */
export async function openFrameworkFile(path: string): Promise<FrameworkFile> {
  const head = await headOf(path)
  if (isZip(head)) return openZipped(path)
  const { size: bytes } = await stat(path)
  return {
    format: formatOf(head),
    bytes,
    open: async () => createReadStream(path, { highWaterMark: pieceBytes }),
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'PK\u0003\u0004'
}

/** Also in UTF-16, whose letters are two bytes each. */
function formatOf(head: Buffer): FrameworkFile['format'] {
  const start = head.toString('latin1').replace(/[\0\u00ef\u00bb\u00bf\u00ff\u00fe\s]/g, '')
  if (start.startsWith('<')) return 'register'
  return start.startsWith('{') ? 'case' : 'table'
}

async function openZipped(path: string): Promise<FrameworkFile> {
  const { name, bytes } = await listed(path)
  const stream = await openInside(path, name)
  const head = await firstBytes(stream)
  if (isZip(head)) throw new FrameworkFileError('framework.zipped')
  return { format: formatOf(head), bytes, open: () => openInside(path, name) }
}

/** The largest of those that may be one: a note or a schema beside it is smaller. */
async function listed(path: string): Promise<{ name: string; bytes: number }> {
  return readingZip(path, async (zip) => {
    let found: yauzl.Entry | null = null
    let entries = 0
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entries > most.entries) throw new FrameworkFileError('framework.zipped')
      const mayBe = /\.(xml|json|csv)$/i.test(entry.fileName)
      if (mayBe && entry.uncompressedSize > (found?.uncompressedSize ?? -1)) found = entry
    }
    if (!found) throw new FrameworkFileError('framework.zipped')
    refuseSwelling(found)
    return { name: found.fileName, bytes: found.uncompressedSize }
  })
}

function refuseSwelling({ uncompressedSize, compressedSize }: yauzl.Entry): void {
  const ratio = uncompressedSize / Math.max(1, compressedSize)
  const swells = uncompressedSize > most.ratioFrom && ratio > most.ratio
  if (swells || uncompressedSize > most.bytes)
    throw new FrameworkFileError('framework.zip-swells', { megabytes: most.bytes / 1_000_000 })
}

/** `yauzl` ends the stream with an error where more comes out than the zip announces. */
async function openInside(path: string, name: string): Promise<Readable> {
  const zip = await opened(path)
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue
    const stream = await zip.openReadStreamPromise(entry)
    stream.once('close', () => zip.close())
    return stream
  }
  zip.close()
  throw new FrameworkFileError('framework.zipped')
}

async function readingZip<T>(path: string, read: (zip: yauzl.ZipFile) => Promise<T>) {
  const zip = await opened(path)
  try {
    return await read(zip)
  } catch (error) {
    if (error instanceof FrameworkFileError) throw error
    throw new FrameworkFileError('framework.zipped')
  } finally {
    zip.close()
  }
}

async function opened(path: string): Promise<yauzl.ZipFile> {
  const options = { autoClose: false, lazyEntries: true }
  return yauzl.openPromise(path, options).catch(() => {
    throw new FrameworkFileError('framework.zipped')
  })
}

async function firstBytes(stream: Readable): Promise<Buffer> {
  for await (const chunk of stream) return chunk as Buffer
  return Buffer.alloc(0)
}
