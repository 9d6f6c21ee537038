import { posix } from 'node:path'
import { type PackageFinding, type PackageFindingCode, packageError } from './finding.ts'
import type { OpenZip } from './read-zip.ts'

type Files = Pick<OpenZip, 'entries'>

/** Which finding says that a file is missing. */
type Missing = Extract<PackageFindingCode, `${string}.missing-file`>

/** Who names it: the file, its line where there is one, and the address that a page has for it. */
export type Namer = { in: string; line?: number; address?: string }

/**
 * Finds the file that a manifest or a page names. One whose name only capitals, accents written in
 * another way, or slashes tell apart is said by its real name: on the computer where it was made
 * it was found.
 */
export function lookFor(
  path: string,
  zip: Files,
  missing: Missing,
  namer: Namer,
): PackageFinding[] {
  if (zip.entries.has(path)) return []
  const found = alike(zip).get(folded(path))
  const line = namer.line === undefined ? {} : { line: namer.line }
  if (found === undefined) {
    // A page is where its picture is missing; a manifest is known to all.
    const { address } = namer
    const params = address === undefined ? { path } : { path: namer.in, address }
    return [packageError(missing, { ...params, ...line })]
  }
  return [packageError('package.name-differs', { path: namer.in, named: path, found, ...line })]
}

/**
 * The path in the zip that an address leads to, from the folders it is relative to.
 *
 * @returns `null` when it leads to the web; {@link outside} when it leaves the package
 */
export function pathIn(address: string, bases: string[] = []): string | null {
  const parts = [...bases, address.split(/[?#]/)[0] ?? '']
  if (parts.some((part) => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(part))) return null
  if (parts.some((part) => part.startsWith('/'))) return outside
  const path = posix.join(...parts.map(decoded))
  return path.split('/')[0] === '..' ? outside : path
}

/** No file has this path. */
export const outside = '..'

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const known = new WeakMap<Files['entries'], Map<string, string>>()

function alike({ entries }: Files): Map<string, string> {
  const names =
    known.get(entries) ?? new Map([...entries.keys()].map((name) => [folded(name), name]))
  known.set(entries, names)
  return names
}

function folded(path: string): string {
  return path.replace(/\\/g, '/').normalize('NFC').toLowerCase()
}
