import type { Node } from 'prosemirror-model'
import { assetUses } from '#content-schema/elements.ts'
import type { PackageSource } from './package-source.ts'
import { filesOf } from './pipeline/add-media.ts'
import { mediaPath } from './pipeline/media-path.ts'
import { choosePictures } from './pipeline/pictures.ts'

/**
 * What each file that a document shows adds to a package, in bytes by digest: of a picture, all the
 * widths that would go in. Files that were not given weigh nothing.
 */
export async function weighMedia(
  source: Pick<PackageSource, 'assets'>,
  doc: Node,
): Promise<Map<string, number>> {
  const pictures = await choosePictures(source, doc)
  const counted = new Set<string>()
  const bytes = new Map<string, number>()
  for (const use of assetUses(doc).filter(({ digest }) => source.assets.has(digest))) {
    for (const file of filesOf({ source, doc, pictures }, use)) {
      const path = mediaPath(file)
      if (counted.has(path)) continue
      counted.add(path)
      bytes.set(use.digest, (bytes.get(use.digest) ?? 0) + file.bytes)
    }
  }
  return bytes
}
