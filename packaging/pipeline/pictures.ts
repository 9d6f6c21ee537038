import type { Node } from 'prosemirror-model'
import { type AssetUse, assetUses, findNode } from '#content-schema/elements.ts'
import { type Size, shownRegion, writeRegion } from '#content-schema/picture.ts'
import type { PackageSource, Picture } from '../package-source.ts'
import type { Parcel } from './parcel.ts'

/** By {@link pictureKey}: what goes into the package instead of the pictures themselves. */
export type Pictures = ReadonlyMap<string, Picture>

type Choice = { uses?: AssetUse[]; signal?: AbortSignal | undefined }

/** Has the renditions made of every picture that is shown, each part of it once. */
export async function choosePictures(
  source: Files,
  doc: Node,
  { uses = assetUses(doc), signal }: Choice = {},
): Promise<Pictures> {
  const chosen = new Map<string, Picture>()
  for (const use of uses) {
    signal?.throwIfAborted()
    const asset = source.assets.get(use.digest)
    const region = regionOf(doc, use, source)
    const key = pictureKey(use.digest, region)
    if (asset?.picture && !chosen.has(key)) chosen.set(key, await asset.picture(region))
  }
  return chosen
}

type Files = Pick<PackageSource, 'assets'>
/** As much of a parcel as says what stands for a picture. */
export type Pictured = Pick<Parcel, 'pictures' | 'doc'> & { source: Files }

export function pictureOf({ pictures, doc, source }: Pictured, use: AssetUse): Picture | null {
  return pictures.get(pictureKey(use.digest, regionOf(doc, use, source))) ?? null
}

export function pictureKey(digest: string, region: string): string {
  return `${digest} ${region}`
}

/** What is to be downloaded goes in its own width; a picture may show a part of itself. */
function regionOf(doc: Node, { nodeId, role, digest }: AssetUse, source: Files): string {
  const node = findNode(doc, nodeId)
  if (node?.type.name === 'attachment') return 'full'
  if (node?.type.name !== 'image' || role !== 'asset') return ''
  return imageRegion(node, source.assets.get(digest) ?? null)
}

/** The part that an image element shows. */
export function imageRegion(
  node: Node,
  asset: { width: number | null; height: number | null } | null,
): string {
  return writeRegion(
    shownRegion(node.attrs as Parameters<typeof shownRegion>[0], sizeOf(asset)),
  )
}

function sizeOf(asset: { width: number | null; height: number | null } | null): Size | null {
  if (!asset?.width || !asset.height) return null
  return { width: asset.width, height: asset.height }
}
