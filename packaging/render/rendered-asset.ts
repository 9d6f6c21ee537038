import type { PackageSource, Rendition } from '../package-source.ts'
import { type Pictures, pictureKey } from '../pipeline/pictures.ts'
import type { RenderedAsset } from './context.ts'

/** Where a page finds each file: by a path in a zip, or in its address itself. */
export type Addresses = {
  of: (file: Pick<Rendition, 'digest' | 'extension'>) => string
  /** Whether the narrower files of a picture are there too. */
  widths: boolean
}

/** A picture's size stays that of the file, so that its place is kept while it loads. */
export function renderedAsset(
  { source, pictures }: { source: Pick<PackageSource, 'assets'>; pictures: Pictures },
  { of, widths }: Addresses,
  digest: string,
  region: string,
): RenderedAsset | null {
  const asset = source.assets.get(digest)
  if (!asset) return null
  const picture = pictures.get(pictureKey(digest, region))
  if (!picture) return { ...asset, url: of(asset) }
  const { width, height, fallback, sources } = picture
  const { mediaType, extension, bytes } = fallback
  return {
    url: of(fallback),
    mediaType,
    extension,
    bytes,
    width,
    height,
    ...(widths && { sources: sources.map((each) => ({ ...each, url: of(each) })) }),
  }
}
