import type { ImageAttrs } from '#content-schema/nodes/image.ts'
import { shownRegion, writeRegion } from '#content-schema/picture.ts'
import type { EditorHost } from '../host.ts'

/**
 * Shows the part of a picture that learners will see. Where its shape depends on its proportions,
 * they are read from the picture itself, which is shown whole until then.
 */
export function showPart(
  img: HTMLImageElement,
  attrs: ImageAttrs,
  assetUrl: EditorHost['assetUrl'],
): void {
  const digest = attrs.asset ?? ''
  const part = (size: Parameters<typeof shownRegion>[1]) =>
    assetUrl(digest, writeRegion(shownRegion(attrs, size)))
  if (attrs.shape === 'own') img.src = part(null)
  else {
    const whole = new Image()
    whole.onload = () => {
      img.src = part({ width: whole.naturalWidth, height: whole.naturalHeight })
    }
    whole.src = assetUrl(digest, '')
  }
}
