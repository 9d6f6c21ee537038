import type { Readable } from 'node:stream'
import type { Node } from 'prosemirror-model'
import type { PackageSettings, PackageSource } from '../package-source.ts'
import type { Pictures } from './pictures.ts'

/** A file of a package: a text, or bytes that are only opened when the zip is written. */
export type ParcelFile = {
  mediaType: string
  bytes: number
  content: string | (() => Readable)
}

/** A package while it is put together: what it is made from, and the files made so far. */
export type Parcel = {
  source: PackageSource
  settings: PackageSettings
  /** The document of `source`, read and checked. */
  doc: Node
  /** What goes instead of the pictures of `source`. */
  pictures: Pictures
  /** By path in the zip: ASCII, with slashes, relative. */
  files: ReadonlyMap<string, ParcelFile>
}

/** A parcel in, a new parcel out. A format is a list of steps. */
export type Step = (parcel: Parcel) => Parcel | Promise<Parcel>

/**
 * Adds a file.
 *
 * @throws RangeError when a file of this name is there already, whatever its case, or when the name
 *   would leave the package or not survive every LMS
 */
export function withFile(parcel: Parcel, path: string, file: ParcelFile): Parcel {
  refuseUnsafe(path)
  for (const taken of parcel.files.keys()) {
    if (taken.toLowerCase() === path.toLowerCase())
      throw new RangeError(`${path} is there already`)
  }
  return { ...parcel, files: new Map([...parcel.files, [path, file]]) }
}

export function withText(
  parcel: Parcel,
  path: string,
  mediaType: string,
  text: string,
): Parcel {
  return withFile(parcel, path, { mediaType, bytes: Buffer.byteLength(text), content: text })
}

/** ASCII letters, digits, `.`, `_` and `-` between single slashes; no part starts with a dot. */
export function isSafePath(path: string): boolean {
  return path.length <= 200 && /^[A-Za-z0-9_-][\w.-]*(\/[A-Za-z0-9_-][\w.-]*)*$/.test(path)
}

function refuseUnsafe(path: string): void {
  if (!isSafePath(path))
    throw new RangeError(`${JSON.stringify(path)} cannot name a file of a package`)
}
