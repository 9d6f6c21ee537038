import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { type PackageFinding, type PackageFindingCode, packageError } from './finding.ts'
import { namesAlike, readName } from './zip-names.ts'

export type OpenZip = {
  /** Bytes once unpacked, by path; folders left out. */
  entries: Map<string, number>
  findings: PackageFinding[]
  /** A file; `null` when there is none, or it cannot be read. */
  bytes: (path: string) => Promise<Buffer | 'too-large' | null>
  /** A text file in UTF-8; `null` when there is none, it is too long, or cannot be read. */
  text: (path: string) => Promise<string | null>
  /** A file of any size, as it comes; `null` when there is none, or it cannot be read. */
  stream: (path: string) => Promise<Readable | null>
  close: () => void
}

/** Bytes of the longest file that is read. */
export const longestText = 8_000_000

/** What a package may hold; 360Learning gives the number of files and the ratio. */
const most = {
  entries: 50_000,
  bytes: 4_000_000_000,
  ratio: 200,
  /** Below this size a high ratio is only an empty or repetitive text. */
  ratioFrom: 1_000_000,
}

/**
 * Lists a zip without unpacking it. What would escape, link, hide or swell is a finding; sizes are
 * only believed as far as the bytes that really come.
 *
 * @returns why, when the file is no zip that can be read to its end
 */
export async function readZip(path: string): Promise<OpenZip | PackageFinding> {
  try {
    return await listed(await opened(path))
  } catch (error) {
    return unreadable(path, error as Error)
  }
}

/** Names are taken as they stand: `yauzl` would stop at the first bad one. */
function opened(path: string): Promise<yauzl.ZipFile> {
  return yauzl.openPromise(path, {
    autoClose: false,
    lazyEntries: true,
    decodeStrings: false,
  })
}

async function listed(zip: yauzl.ZipFile): Promise<OpenZip> {
  try {
    const { files, findings } = await readEntries(zip)
    return {
      entries: new Map([...files].map(([name, entry]) => [name, entry.uncompressedSize])),
      findings: [...findings, ...namesAlike(files.keys())],
      bytes: (path) => readBytes(zip, files.get(path)),
      text: async (path) => {
        const bytes = await readBytes(zip, files.get(path))
        return bytes instanceof Buffer ? bytes.toString('utf8').replace(/^\ufeff/, '') : null
      },
      stream: (path) => streamOf(zip, files.get(path)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

type Listing = { files: Map<string, yauzl.Entry>; findings: PackageFinding[] }

async function readEntries(zip: yauzl.ZipFile): Promise<Listing> {
  const files = new Map<string, yauzl.Entry>()
  const findings: PackageFinding[] = []
  let bytes = 0
  let entries = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    if (entries > 2 * most.entries) break
    const { path, findings: ofName } = readName(nameOf(entry))
    if (path?.endsWith('/')) continue
    findings.push(...ofName)
    if (path === null) continue
    findings.push(...entryFindings(path, entry, files))
    files.set(path, lightened(entry))
    bytes += entry.uncompressedSize
    if (files.size > most.entries || bytes > most.bytes) break
  }
  if (files.size > most.entries || entries > 2 * most.entries)
    findings.push(packageError('zip.too-many-files', { most: most.entries }))
  if (bytes > most.bytes) findings.push(packageError('zip.too-large', { most: most.bytes }))
  return { files, findings }
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: yauzl.Entry): string {
  const exact = true
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, exact)
}

const nothing = Buffer.alloc(0)

/** Without its name, its remark and what else came with it: together these may fill the memory. */
function lightened(entry: yauzl.Entry): yauzl.Entry {
  return Object.assign(entry, {
    ...{ fileName: '', fileNameRaw: nothing, comment: '', fileComment: '' },
    ...{ fileCommentRaw: nothing, extraFieldRaw: nothing, extraFields: [] },
  })
}

function entryFindings(
  path: string,
  entry: yauzl.Entry,
  others: ReadonlyMap<string, yauzl.Entry>,
): PackageFinding[] {
  const tooDense =
    entry.uncompressedSize > most.ratioFrom &&
    entry.uncompressedSize > entry.compressedSize * most.ratio
  const found: [boolean, PackageFindingCode, PackageFinding['severity']][] = [
    [others.has(path), 'zip.repeated-file', 'error'],
    [entry.isEncrypted(), 'zip.encrypted-file', 'error'],
    [isLink(entry), 'zip.link', 'error'],
    [
      entry.compressionMethod !== 0 && entry.compressionMethod !== 8,
      'zip.compression',
      'error',
    ],
    [tooDense, 'zip.swelling-file', 'error'],
    [runnable.test(path), 'zip.refused-extension', 'warning'],
  ]
  return found
    .filter(([is]) => is)
    .map(([, code, severity]) => ({ code, severity, params: { path } }))
}

/** The upper half of the attributes holds a Unix mode; 0o120000 is a symbolic link. */
function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

/** What Docebo and CrossKnowledge refuse a whole package for. */
const runnable = /\.(php\d?|htaccess|cgi|sh|aspx?|jsp|py|rb|pl|exe|bat|cmd|com)$/i

async function readBytes(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
): Promise<Buffer | 'too-large' | null> {
  if (!entry || entry.isEncrypted()) return null
  if (entry.uncompressedSize > longestText) return 'too-large'
  try {
    const chunks: Buffer[] = []
    // It ends in an error as soon as more comes than was said.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch {
    return null
  }
}

/** It ends in an error as soon as more, or less, comes than was said. */
async function streamOf(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
): Promise<Readable | null> {
  if (!entry || entry.isEncrypted()) return null
  return zip.openReadStreamPromise(entry).catch(() => null)
}

async function unreadable(path: string, { message }: Error): Promise<PackageFinding> {
  if (/strong encryption/.test(message)) return packageError('zip.encrypted')
  const start = await firstBytes(path)
  if (start === '') return packageError('zip.empty-file')
  if (!start.startsWith('PK')) return packageError('zip.not-a-zip')
  return /End of central directory|EOF|file is truncated/i.test(message)
    ? packageError('zip.truncated')
    : packageError('zip.unreadable', { reason: message })
}

/** What a file begins with, a letter for each byte: what it is, is seen from it. */
export async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
