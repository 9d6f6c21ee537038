import { type AssetUse, findNode } from '#content-schema/elements.ts'
import type { PackagedAsset, Rendition } from '../package-source.ts'
import { mediaPath } from './media-path.ts'
import { type Parcel, withFile } from './parcel.ts'
import { type Pictured, pictureOf } from './pictures.ts'
import { shownFiles } from './shown-files.ts'

/**
 * Adds the files that are shown, and no other: of a picture its renditions, which hold
 * nothing that a camera wrote, instead of the file that was brought in.
 *
 * @throws Error when one of them was not given
 */
export function addMedia(parcel: Parcel): Parcel {
  const shown = shownFiles(parcel.doc, parcel.settings).flatMap((use) => filesOf(parcel, use))
  const byPath = new Map(shown.map((file) => [mediaPath(file), file]))
  return [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .reduce((whole, [path, { mediaType, bytes, open }]) => {
      return withFile(whole, path, { mediaType, bytes, content: open })
    }, parcel)
}

/** The files that go into a package because a node shows one. */
export function filesOf(parcel: Pictured, use: AssetUse): (PackagedAsset | Rendition)[] {
  const asset = parcel.source.assets.get(use.digest)
  if (!asset)
    throw new Error(`the file ${use.digest} is shown by the document and was not given`)
  const picture = pictureOf(parcel, use)
  if (!picture) return [asset]
  return offersWidths(parcel, use) ? [picture.fallback, ...picture.sources] : [picture.fallback]
}

/** Only an image element lets the browser choose a width: every other names one file. */
function offersWidths({ doc }: Pictured, { nodeId, role }: AssetUse): boolean {
  return role === 'asset' && findNode(doc, nodeId)?.type.name === 'image'
}
