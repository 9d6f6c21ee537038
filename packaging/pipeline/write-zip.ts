import { createHash } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { ZipArchive } from 'archiver'
import type { Parcel, ParcelFile } from './parcel.ts'

export type ZipOptions = {
  /** Bytes read so far and in all, before compression. */
  onProgress?: ((done: number, total: number) => void) | undefined
  /** Once it is aborted, nothing more is read and nothing is left. */
  signal?: AbortSignal | undefined
}

/** As much of a parcel as is written: its files, and the date that they all have. */
export type Zippable = Pick<Parcel, 'files'> & {
  source: Pick<Parcel['source'], 'publishedAt'>
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
 * @throws whatever the signal was aborted with
 */
export async function writeZip(
  parcel: Zippable,
  out: string,
  { onProgress, signal }: ZipOptions = {},
): Promise<WrittenZip> {
  const unfinished = `${out}.unfinished`
  const archive = new ZipArchive({ zlib: { level: 9 } })
  const { meter, result, passed } = measure()
  const file = createWriteStream(unfinished)
  const written = pipeline(archive, meter, file)
  const stored = (bytes: number) => untilStored(file, bytes)
  const appended = appendAll({ archive, passed, stored, signal }, parcel, (done, total) => {
    signal?.throwIfAborted()
    onProgress?.(done, total)
  })
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

type Output = Pick<Meter, 'passed'> & {
  archive: ZipArchive
  /** Waits until at least so many bytes of the zip are with the system. */
  stored: (bytes: number) => Promise<void>
  signal: AbortSignal | undefined
}

/**
 * archiver takes a file that was read whole without asking whether the disk follows: on a slow one,
 * all of them would wait in memory. Looked at every millisecond: the stream says nothing by itself.
 */
async function untilStored(file: WriteStream, bytes: number): Promise<void> {
  while (file.bytesWritten < bytes && !file.destroyed) await setTimeout(1)
}

async function appendAll(
  { archive, passed, stored, signal }: Output,
  parcel: Zippable,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    archive.on('warning', reject)
    archive.on('error', reject)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const entries = [...parcel.files].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0)
  let done = 0
  const count = (bytes: number) => {
    done += bytes
    onProgress(done, total)
  }
  const desk = readingDesk(parcel)
  for (const [path, file] of entries) {
    const from = passed()
    await Promise.race([
      failed,
      appendOne(archive, path, file, parcel.source.publishedAt, count, desk),
    ])
    if (isStored(file)) await Promise.race([failed, stored(from + file.bytes)])
  }
  await Promise.race([failed, archive.finalize()])
}

/**
 * Room for one file read whole, used again for each: the one before it is with the system by then.
 * Without it, each would leave its size in memory until it is collected.
 */
type Desk = (bytes: number) => Buffer

function readingDesk({ files }: Zippable): Desk {
  let room: Buffer | null = null
  const whole = [...files.values()].map(({ bytes }) => (bytes <= readWholeUpTo ? bytes : 0))
  return (bytes) => {
    room ??= Buffer.allocUnsafeSlow(Math.max(...whole))
    return room.subarray(0, bytes)
  }
}

async function appendOne(
  archive: ZipArchive,
  path: string,
  file: ParcelFile,
  date: number,
  count: (bytes: number) => void,
  desk: Desk,
): Promise<void> {
  const added = new Promise<void>((resolve) => archive.once('entry', () => resolve()))
  let fail: (error: Error) => void = () => undefined
  const broken = new Promise<never>((_, reject) => {
    fail = reject
  })
  const source = await contentOf(path, file, count, desk)
  if (source instanceof Readable) source.once('error', fail)
  archive.append(source, {
    name: path,
    date: new Date(date),
    mode: 0o644,
    store: isStored(file),
  })
  await Promise.race([added, broken])
}

async function contentOf(
  path: string,
  file: ParcelFile,
  count: (bytes: number) => void,
  desk: Desk,
): Promise<Buffer | Readable> {
  if (typeof file.content === 'string') {
    count(file.bytes)
    return Buffer.from(file.content)
  }
  const counted = Readable.from(checked(path, file, file.content(), count), {
    objectMode: false,
  })
  if (file.bytes > readWholeUpTo) return counted
  // What is compressed leaves when it likes: its room cannot be used again.
  const room = isCompressed(file.mediaType) ? desk(file.bytes) : Buffer.allocUnsafe(file.bytes)
  return whole(counted, room)
}

/** One copy, and no more, of what is read. */
async function whole(stream: Readable, content: Buffer): Promise<Buffer> {
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

/**
 * What is read while it is written has its size after its bytes: stored as well, some LMSs cannot
 * tell where it ends.
 *
 * @see Java's ZipInputStream, "only DEFLATED entries can have EXT descriptor"
 */
function isStored({ mediaType, bytes }: ParcelFile): boolean {
  return isCompressed(mediaType) && bytes <= readWholeUpTo
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
}

function measure(): Meter {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _, pass) {
      hash.update(chunk)
      bytes += chunk.length
      pass(null, chunk)
    },
  })
  const result = () => ({ bytes, sha256: hash.digest('hex') })
  return { meter, result, passed: () => bytes }
}
