import { type ForeignImage, sayNotBrought } from '#content-schema/foreign-html/images.ts'
import type { Losses } from '#content-schema/foreign-html/losses.ts'
import type { ImportedFile } from './imported.ts'

/** Formats of pictures that browsers show; Word also has drawings of its own. */
const shown = /^image\/(png|jpeg|gif|webp|avif|svg\+xml)$/

/** The file of an image that came in the text itself; of another it is said why there is none. */
export function fileOf(image: ForeignImage, losses: Losses): ImportedFile[] {
  const { source, nodeId, name } = image
  if (source.kind !== 'data') sayNotBrought(image, losses)
  else if (!shown.test(source.mediaType)) losses.add('foreign.image-refused', name)
  else {
    const { mediaType } = source
    const bytes = Buffer.from(source.base64, 'base64')
    return [{ nodeId, name: fileName(name, mediaType), mediaType, bytes }]
  }
  return []
}

function fileName(name: string, mediaType: string): string {
  const ending = mediaType.replace(/^image\/|\+xml$/g, '')
  return name.endsWith(`.${ending}`) ? name : `${name || 'image'}.${ending}`
}
