/** What a picture says outside its XMP: who made it and on which terms, as it is written there. */
export type CameraRights = { title: string; authors: string[]; terms: string[]; source: string }

/** More entries or longer texts than this are no words of a person. */
const most = { entries: 500, text: 2000, bytes: 200_000 }

/**
 * Reads the artist, the copyright and the description of the first directory of an Exif block.
 *
 * @returns nothing in any field where the block is broken
 * @see Exif 2.32 (CIPA DC-008), 4.6.4; TIFF 6.0, section 2
 */
export function rightsInExif(block: Buffer): CameraRights {
  const said: CameraRights = { title: '', authors: [], terms: [], source: '' }
  const bytes = block.subarray(block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0, most.bytes)
  const order = bytes.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return said
  const word = (at: number, size: 2 | 4) => {
    if (at + size > bytes.length) return 0
    return order === 'II' ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size)
  }
  const directory = word(4, 4)
  const entries = Math.min(word(directory, 2), most.entries)
  for (let each = 0; each < entries; each += 1) {
    const at = directory + 2 + each * 12
    const length = word(at + 4, 4)
    if (word(at + 2, 2) !== 2 || length > most.text) continue
    const from = length > 4 ? word(at + 8, 4) : at + 8
    const text = textOf(bytes.subarray(from, from + length))
    if (text === '') continue
    if (word(at, 2) === 0x010e) said.title = text
    if (word(at, 2) === 0x013b) said.authors = namesIn(text)
    // The photographer's notice, then the editor's.
    if (word(at, 2) === 0x8298) said.terms = text.split('\0').map(trimmed).filter(Boolean)
  }
  return said
}

/**
 * Reads by-lines, notices, the title and the source of an IPTC block, also inside Photoshop's.
 *
 * @see IPTC-IIM 4.2, record 2: datasets 05, 80, 110, 115 and 116
 */
export function rightsInIptc(block: Buffer): CameraRights {
  const said: CameraRights = { title: '', authors: [], terms: [], source: '' }
  const bytes = block.subarray(0, most.bytes)
  let at = 0
  while (at + 5 <= bytes.length) {
    const length = bytes.readUInt16BE(at + 3)
    const isDataset = bytes[at] === 0x1c && bytes[at + 1] === 2 && length <= most.text
    if (!isDataset || at + 5 + length > bytes.length) {
      at += 1
      continue
    }
    const text = textOf(bytes.subarray(at + 5, at + 5 + length))
    const dataset = bytes[at + 2]
    if (dataset === 5) said.title = text
    if (dataset === 80 && text !== '') said.authors.push(...namesIn(text))
    if (dataset === 116 && text !== '') said.terms.push(text)
    if (dataset === 115 || (dataset === 110 && said.source === '')) said.source = text
    at += 5 + length
  }
  return said
}

/** Programs of today write UTF-8, older ones a letter for every byte. */
function textOf(bytes: Buffer): string {
  const decode = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes)
  try {
    return trimmed(decode('utf-8'))
  } catch {
    return trimmed(decode('windows-1252'))
  }
}

function trimmed(text: string): string {
  return text
    .replace(/^[\s\0]+|[\s\0]+$/g, '')
    .replace(/[\p{Cc}]/gu, (control) => (control === '\0' ? control : ' '))
}

function namesIn(text: string): string[] {
  return text.split(/[;\0]/).map(trimmed).filter(Boolean)
}
