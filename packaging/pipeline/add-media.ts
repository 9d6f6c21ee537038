import { assetDigests } from '#content-schema/elements.ts'
import { mediaPath } from './media-path.ts'
import { type Parcel, withFile } from './parcel.ts'

/**
 * Adds the files that the document shows, and no other.
 *
 * @throws Error when one of them was not given
 */
export function addMedia(parcel: Parcel): Parcel {
  return assetDigests(parcel.doc).reduce(addOne, parcel)
}

function addOne(parcel: Parcel, digest: string): Parcel {
  const asset = parcel.source.assets.get(digest)
  if (!asset) throw new Error(`the file ${digest} is shown by the document and was not given`)
  const { mediaType, bytes, open } = asset
  return withFile(parcel, mediaPath(asset), { mediaType, bytes, content: open })
}
