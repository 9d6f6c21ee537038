import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import type { Parcel, ParcelFile } from './parcel.ts'

export type ZipOptions = {
  /** Bytes read so far and in all, before compression. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

export type WrittenZip = { bytes: number; sha256: string; files: number }

/**
 * Files up to this size are read whole: their size and checksum then stand before their bytes,
 * which readers that do not seek (Java's ZipInputStream) need for a file that is not compressed.
 */
const readWholeUpTo = 16 * 1024 * 1024

/**
 * Writes the files of a parcel, sorted by path. The same parcel gives the same bytes under the same
 * version of zlib; memory does not grow with the size of the media. Nothing stands at `out` until
 * the zip is whole.
 *
 * @throws Error when a file cannot be read or has not the size it was said to have
 */
export async function writeZip(
  parcel: Parcel,
  out: string,
  { onProgress }: ZipOptions = {},
): Promise<WrittenZip> {
  const unfinished = `${out}.unfinished`
  const archive = new ZipArchive({ zlib: { level: 9 } })
  const { meter, result, ...flow } = measure()
  const written = pipeline(archive, meter, createWriteStream(unfinished))
  const appended = appendAll({ archive, ...flow }, parcel, onProgress ?? (() => undefined))
  try {
    await Promise.all([appended, written])
    await rename(unfinished, out)
  } catch (error) {
    archive.destroy()
    await written.catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
  return { ...result(), files: parcel.files.size }
}

type Output = Pick<Meter, 'passed' | 'reached'> & { archive: ZipArchive }

async function appendAll(
  { archive, passed, reached }: Output,
  parcel: Parcel,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    archive.on('warning', reject)
    archive.on('error', reject)
  })
  const entries = [...parcel.files].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0)
  let done = 0
  const count = (bytes: number) => {
    done += bytes
    onProgress(done, total)
  }
  for (const [path, file] of entries) {
    const from = passed()
    await Promise.race([
      failed,
      appendOne(archive, path, file, parcel.source.publishedAt, count),
    ])
    if (isCompressed(file.mediaType)) await Promise.race([failed, reached(from + file.bytes)])
  }
  await Promise.race([failed, archive.finalize()])
}

async function appendOne(
  archive: ZipArchive,
  path: string,
  file: ParcelFile,
  date: number,
  count: (bytes: number) => void,
): Promise<void> {
  const added = new Promise<void>((resolve) => archive.once('entry', () => resolve()))
  let fail: (error: Error) => void = () => undefined
  const broken = new Promise<never>((_, reject) => {
    fail = reject
  })
  const source = await contentOf(path, file, count)
  if (source instanceof Readable) source.once('error', fail)
  archive.append(source, {
    name: path,
    date: new Date(date),
    mode: 0o644,
    store: isCompressed(file.mediaType),
  })
  await Promise.race([added, broken])
}

async function contentOf(
  path: string,
  file: ParcelFile,
  count: (bytes: number) => void,
): Promise<Buffer | Readable> {
  if (typeof file.content === 'string') {
    count(file.bytes)
    return Buffer.from(file.content)
  }
  const counted = Readable.from(checked(path, file, file.content(), count), {
    objectMode: false,
  })
  return file.bytes <= readWholeUpTo ? whole(counted, file.bytes) : counted
}

/** One copy, and no more, of what is read. */
async function whole(stream: Readable, bytes: number): Promise<Buffer> {
  const content = Buffer.allocUnsafe(bytes)
  let at = 0
  for await (const chunk of stream) at += (chunk as Buffer).copy(content, at)
  return content
}

async function* checked(
  path: string,
  file: ParcelFile,
  stream: Readable,
  count: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    count(chunk.length)
    yield chunk
  }
  if (bytes !== file.bytes)
    throw new Error(`${path} has ${bytes} bytes instead of ${file.bytes}`)
}

/** Media that a second compression would only slow down. */
function isCompressed(mediaType: string): boolean {
  if (mediaType === 'image/svg+xml' || mediaType === 'image/bmp') return false
  return /^(image|video|audio)\/|^application\/(pdf|zip|gzip|epub\+zip|vnd\.)/.test(mediaType)
}

type Meter = {
  meter: Transform
  result: () => { bytes: number; sha256: string }
  /** Bytes that have gone through. */
  passed: () => number
  /**
   * Waits until at least so many bytes have gone through. archiver takes a file that was read whole
   * without asking whether the disk follows: on a slow one, all of them would wait in memory.
   */
  reached: (bytes: number) => Promise<void>
}

function measure(): Meter {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _, pass) {
      hash.update(chunk)
      bytes += chunk.length
      pass(null, chunk)
      meter.emit('passed')
    },
  })
  const reached = async (goal: number) => {
    while (bytes < goal) await once(meter, 'passed')
  }
  const result = () => ({ bytes, sha256: hash.digest('hex') })
  return { meter, result, passed: () => bytes, reached }
}
