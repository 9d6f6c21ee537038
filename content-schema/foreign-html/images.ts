import type { Losses } from './losses.ts'
import { styleOf } from './style.ts'

/** Where the bytes of an image are to be found. */
export type ImageSource =
  | { kind: 'data'; mediaType: string; base64: string }
  /** On another server: the page does not go and fetch it. */
  | { kind: 'remote'; address: string }
  /** On the author's disk, or nowhere: only its name is known. */
  | { kind: 'missing'; name: string }

export type ForeignImage = { nodeId: string; source: ImageSource; name: string }

/** Characters of one picture written in the text: 30 MB of file. */
const longestData = 40_000_000

/** `null` when it is nothing that a reader looks at. */
export function imageSource(image: Element, losses: Losses): ImageSource | null {
  if (isTiny(image)) return null
  const src = (image.getAttribute('src') ?? '').trim()
  const data = /^data:([a-z]+\/[a-z0-9.+-]+)(;[a-z0-9=-]+)*;base64,/i.exec(src.slice(0, 200))
  if (data) {
    const mediaType = (data[1] ?? '').toLowerCase()
    if (mediaType.startsWith('image/') && src.length <= longestData)
      return { kind: 'data', mediaType, base64: src.slice(data[0].length) }
  }
  if (/^data:/i.test(src)) {
    losses.add('foreign.image-refused', image.getAttribute('alt') ?? '')
    return null
  }
  if (/^(https?:)?\/\//i.test(src)) return { kind: 'remote', address: src.slice(0, 2000) }
  if (/^javascript:/i.test(src)) return null
  return src === '' ? null : { kind: 'missing', name: fileName(src) }
}

/** Says of an image that was not found what it was, so that the author can bring it. */
export function sayNotBrought({ source, name }: ForeignImage, losses: Losses): void {
  if (source.kind === 'remote') losses.add('foreign.image-remote', source.address)
  else losses.add('foreign.image-missing', name)
}

/** The last part of an address or of a path, as a person would name the file. */
export function fileName(path: string): string {
  const last = path.split(/[?#]/)[0]?.split(/[\\/]/).filter(Boolean).at(-1) ?? ''
  try {
    return decodeURIComponent(last).slice(0, 120)
  } catch {
    return last.slice(0, 120)
  }
}

/** Counters of visits and spacers: a pixel or two. */
function isTiny(image: Element): boolean {
  const style = styleOf(image)
  const sizes = ['width', 'height'].map((side) =>
    Number.parseFloat(style.get(side) ?? image.getAttribute(side) ?? ''),
  )
  return sizes.every((size) => size <= 2)
}
