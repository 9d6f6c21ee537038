import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { isSafePath } from '../pipeline/parcel.ts'
import { type PackageFinding, type PackageFindingCode, packageError } from './finding.ts'

export type OpenZip = {
  /** Bytes once unpacked, by path; folders left out. */
  entries: Map<string, number>
  findings: PackageFinding[]
  /** A text file; `null` when there is none, it is too long, or cannot be read. */
  text: (path: string) => Promise<string | null>
  close: () => void
}

/** What a package may hold; 360Learning gives the number of files and the ratio. */
const most = {
  entries: 50_000,
  bytes: 4_000_000_000,
  ratio: 200,
  /** Below this size a high ratio is only an empty or repetitive text. */
  ratioFrom: 1_000_000,
  textBytes: 8_000_000,
}

/**
 * Lists a zip without unpacking it. What would escape, link, hide or swell is a finding; sizes are
 * only believed as far as the bytes that really come.
 *
 * @returns `null` and why, when the file is no zip that can be read to its end
 */
export async function readZip(path: string): Promise<OpenZip | PackageFinding> {
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true })
    return await listed(zip)
  } catch (error) {
    return unreadable(error as Error)
  }
}

async function listed(zip: yauzl.ZipFile): Promise<OpenZip> {
  const files = new Map<string, yauzl.Entry>()
  const findings: PackageFinding[] = []
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    findings.push(...entryFindings(entry, files))
    files.set(entry.fileName, entry)
    bytes += entry.uncompressedSize
    if (files.size > most.entries || bytes > most.bytes) break
  }
  if (files.size > most.entries)
    findings.push(packageError('zip.too-many-files', { most: most.entries }))
  if (bytes > most.bytes) findings.push(packageError('zip.too-large', { most: most.bytes }))
  return {
    entries: new Map([...files].map(([name, entry]) => [name, entry.uncompressedSize])),
    findings,
    text: (path) => readText(zip, files.get(path)),
    close: () => zip.close(),
  }
}

function entryFindings(
  entry: yauzl.Entry,
  others: ReadonlyMap<string, yauzl.Entry>,
): PackageFinding[] {
  const path = entry.fileName
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
    [!isSafePath(path), 'zip.unsafe-name', 'warning'],
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

async function readText(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
): Promise<string | null> {
  if (!entry || entry.isEncrypted()) return null
  try {
    const chunks: Buffer[] = []
    let bytes = 0
    const stream: Readable = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > most.textBytes) return null
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\ufeff/, '')
  } catch {
    return null
  }
}

function unreadable({ message }: Error): PackageFinding {
  if (/relative path|absolute path|backslash|invalid characters/.test(message)) {
    return packageError('zip.escaping-name', { reason: message })
  }
  return packageError('zip.unreadable', { reason: message })
}
