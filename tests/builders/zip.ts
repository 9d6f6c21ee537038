import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { buildPackage } from '#packaging/index.ts'
import type { Format, PackageSettings, PackageSource } from '#packaging/package-source.ts'
import { packageSettings, packageSource } from './package-source.ts'

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'grainotheque-'))
}

/** A real package in a folder of its own. */
export async function builtPackage(
  format: Format,
  {
    source = packageSource(),
    more = {},
  }: { source?: PackageSource; more?: Partial<PackageSettings> } = {},
): Promise<string> {
  const path = join(await temporaryFolder(), `${format}.zip`)
  await buildPackage(source, packageSettings(format, more), path)
  return path
}

/** The files of a zip, unpacked in memory. */
export async function unzip(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  zip.close()
  return files
}

export type RawEntry = {
  name: string
  data: Buffer | string
  /** Unix mode; a plain file when absent. */
  mode?: number
  /** Bit 0 says that it is encrypted. */
  flags?: number
  /** 0: stored. */
  method?: number
  /** Bytes it is said to have once unpacked; those of `data` when absent. */
  unpacked?: number
}

/**
 * Writes a zip byte by byte, so that it can be as wrong as a test wants it.
 *
 * @see PKWARE, .ZIP File Format Specification, §4.3
 */
export function rawZip(entries: RawEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((entry.flags ?? 0) | 0x800, 2)
    common.writeUInt16LE(entry.method ?? 0, 4)
    common.writeUInt32LE(0x58_21_00_00, 6)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    // Twelve bytes of an encrypted file are its key's check.
    common.writeUInt32LE(entry.unpacked ?? data.length - ((entry.flags ?? 0) & 1 ? 12 : 0), 18)
    common.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    const local = Buffer.concat([signature(0x04034b50), common, name, data])
    centrals.push(Buffer.concat([signature(0x02014b50), version, common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  return Buffer.concat([...locals, ...centrals, end(entries.length, centrals, offset)])
}

/** The same zip with other files: `null` takes one away. */
export async function rewritten(
  path: string,
  changes: Record<string, string | null | ((text: string) => string)>,
): Promise<Buffer> {
  const files = await unzip(path)
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) files.delete(name)
    else if (typeof change === 'string') files.set(name, Buffer.from(change))
    else files.set(name, Buffer.from(change(String(files.get(name)))))
  }
  return rawZip([...files].map(([name, data]) => ({ name, data })))
}

/** Writes a zip to a file of its own. */
export async function saved(zip: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'package.zip')
  await writeFile(path, zip)
  return path
}

export async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path)
}

/** Made by a Unix, so that modes are believed. */
const version = Buffer.from([20, 3])

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function end(count: number, centrals: Buffer[], offset: number): Buffer {
  const bytes = Buffer.alloc(18)
  bytes.writeUInt16LE(count, 4)
  bytes.writeUInt16LE(count, 6)
  bytes.writeUInt32LE(Buffer.concat(centrals).length, 8)
  bytes.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), bytes])
}
