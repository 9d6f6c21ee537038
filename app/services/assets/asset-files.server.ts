import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { flushToDisk } from '#app/db/flush-to-disk.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { newId } from '#content-schema/identity.ts'
import { largestFile } from './largest-file.ts'

/** Where a stored file stands: two letters a folder, so that no folder grows without end. */
export function assetPath(dataDir: string, digest: string): string {
  return join(dataDir, 'assets', digest.slice(0, 2), digest)
}

export function openAsset(dataDir: string, digest: string): Readable {
  return createReadStream(assetPath(dataDir, digest))
}

/** A file that arrived and is not yet among the stored ones. */
export type Arrival = { path: string; digest: string; bytes: number }

/**
 * Writes a stream beside the stored files, measuring it on the way; memory does not grow with it.
 *
 * @throws UserError `asset.too-large` (413); nothing is then left behind
 */
export async function receive(
  dataDir: string,
  stream: Readable,
  largest = largestFile,
): Promise<Arrival> {
  const path = join(dataDir, 'arriving', newId())
  await mkdir(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(bytes > largest ? tooLarge(largest) : null, chunk)
    },
  })
  try {
    await pipeline(stream, measure, createWriteStream(path))
    return { path, digest: hash.digest('hex'), bytes }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** What a file that has arrived is; read as a stream. */
export async function measure(path: string): Promise<Arrival> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, digest: hash.digest('hex'), bytes }
}

export function tooLarge(largest = largestFile): UserError {
  return new UserError('asset.too-large', { megabytes: largest / 1024 ** 2 }, 413)
}

/** Moves an arrival to its place, on the disk before this returns. */
export async function keep(dataDir: string, { path, digest }: Arrival): Promise<void> {
  const target = assetPath(dataDir, digest)
  await mkdir(dirname(target), { recursive: true })
  await flushToDisk(path)
  await rename(path, target)
  await flushToDisk(dirname(target))
}
