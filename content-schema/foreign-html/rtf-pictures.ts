export type RtfPicture = {
  mediaType: 'image/png' | 'image/jpeg'
  bytes: Uint8Array<ArrayBuffer>
}

/** Characters; a clipboard beyond this is not searched for pictures. */
const longestRtf = 80_000_000

/**
 * The pictures of a text as Word puts it on the clipboard: its HTML only names files of the author's
 * disk, while its RTF carries the bytes. In the order of the text; drawings (`\\emfblip`) are left out.
 */
export function rtfPictures(rtf: string): RtfPicture[] {
  if (rtf.length > longestRtf) return []
  const pictures: RtfPicture[] = []
  for (let at = rtf.indexOf('{\\pict'); at >= 0; at = rtf.indexOf('{\\pict', at + 1)) {
    const end = endOfGroup(rtf, at)
    const picture = readPicture(rtf.slice(at, end))
    // Word writes each picture twice: `\\nonshppict` is for readers that do not know the first.
    const isSecond = rtf.slice(Math.max(0, at - 14), at).includes('nonshppict')
    if (picture && !isSecond) pictures.push(picture)
  }
  return pictures
}

function endOfGroup(rtf: string, start: number): number {
  let depth = 0
  for (let at = start; at < rtf.length; at++) {
    const letter = rtf[at]
    if (letter === '\\') at++
    else if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) return at
  }
  return rtf.length
}

function readPicture(group: string): RtfPicture | null {
  const kind = /\\(png|jpeg)blip/.exec(group)?.[1]
  // The bytes are what stands after all commands and inner groups, in hexadecimal.
  const hex = /[ }\r\n]([0-9a-fA-F\s]{16,})$/.exec(group)?.[1]?.replace(/\s+/g, '')
  if (!kind || !hex || hex.length % 2 === 1) return null
  const bytes = new Uint8Array(hex.length / 2)
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  return { mediaType: kind === 'png' ? 'image/png' : 'image/jpeg', bytes }
}
