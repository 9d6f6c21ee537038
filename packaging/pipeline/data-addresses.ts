import type { AssetUse } from '#content-schema/elements.ts'
import type { PackagedAsset, Rendition } from '../package-source.ts'
import { mediaPath } from './media-path.ts'
import { type Pictured, pictureOf } from './pictures.ts'
import { Refused } from './refused.ts'

type Shown = PackagedAsset | Rendition

/**
 * The files of these uses, each in the one form that every browser shows, written out as addresses
 * that hold them.
 *
 * @param most bytes of all of them together, as they stand in the page
 * @returns by the path that they would have in a zip
 * @throws Refused `package.too-large-for-one-file`, before anything is read
 */
export async function dataAddresses(
  parcel: Pictured,
  uses: AssetUse[],
  most: number,
): Promise<Map<string, string>> {
  const files = new Map(
    uses.flatMap((use) => plainFile(parcel, use)).map((file) => [mediaPath(file), file]),
  )
  const written = [...files.values()].reduce((sum, { bytes }) => sum + writtenBytes(bytes), 0)
  refuseAbove(most, written)
  const addresses = new Map<string, string>()
  for (const [path, file] of files) addresses.set(path, await dataAddress(file))
  return addresses
}

/** @throws Refused `package.too-large-for-one-file` */
export function refuseAbove(most: number, bytes: number): void {
  if (bytes <= most) return
  const params = { bytes: inMegabytes(bytes), most: inMegabytes(most) }
  throw new Refused('package.too-large-for-one-file', params)
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000)
}

/** Four characters for three bytes. */
function writtenBytes(bytes: number): number {
  return Math.ceil(bytes / 3) * 4
}

function plainFile(parcel: Pictured, use: AssetUse): Shown[] {
  const asset = parcel.source.assets.get(use.digest)
  if (!asset)
    throw new Error(`the file ${use.digest} is shown by the document and was not given`)
  return [pictureOf(parcel, use)?.fallback ?? asset]
}

async function dataAddress({ mediaType, bytes, open }: Shown): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of open()) chunks.push(chunk as Buffer)
  const content = Buffer.concat(chunks)
  if (content.length !== bytes)
    throw new Error(`a file has ${content.length} bytes instead of ${bytes}`)
  return `data:${mediaType};base64,${content.toString('base64')}`
}
