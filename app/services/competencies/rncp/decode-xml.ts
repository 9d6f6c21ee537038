import type { Readable } from 'node:stream'
import { fromWindows1252 } from '../windows-1252.ts'
import { FrameworkFileError } from './framework-file-error.ts'

/** Enough of a file to see a byte order mark and the encoding that the XML declaration names. */
const headLength = 512

/**
 * Turns the bytes of an XML file into text, in the encoding that the file declares: UTF-8 unless
 * said otherwise, UTF-16 with its mark, ISO-8859-1, ISO-8859-15 or windows-1252.
 *
 * @throws FrameworkFileError when the bytes are not what the declaration says, or not XML at all
 * @see Extensible Markup Language 1.0, appendix F
 */
export async function* decodeXml(stream: Readable): AsyncGenerator<string> {
  let head: Buffer = Buffer.alloc(0)
  let decoder: Decoder | null = null
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (decoder) {
      yield decoder.decode(chunk)
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < headLength) continue
    decoder = decoderFor(head)
    yield decoder.decode(head)
  }
  decoder ??= decoderFor(head)
  yield head.length < headLength ? decoder.decode(head) + decoder.end() : decoder.end()
}

type Decoder = { decode: (bytes: Uint8Array) => string; end: () => string }

function decoderFor(head: Buffer): Decoder {
  const mark = markedEncoding(head)
  if (mark) return strict(mark)
  refuseOtherFiles(head)
  const declared = declaredEncoding(head)
  switch (declared.toLowerCase()) {
    case 'utf-8':
    case 'utf8':
    case 'us-ascii':
      return strict(declared)
    case 'iso-8859-1':
    case 'iso-8859-15':
    case 'latin1':
    case 'windows-1252':
      return singleByte(declared)
    default:
      throw new FrameworkFileError('framework.unknown-encoding', { declared })
  }
}

function markedEncoding(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE'
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'UTF-8'
  return null
}

function refuseOtherFiles(head: Buffer): void {
  const start = head.toString('latin1')
  const zip = start.startsWith('PK\u0003\u0004') || start.startsWith('\u001f\u008b')
  if (zip) throw new FrameworkFileError('framework.zipped')
  if (!start.trimStart().startsWith('<')) {
    throw new FrameworkFileError('framework.not-xml', { line: 1 })
  }
}

function declaredEncoding(head: Buffer): string {
  const declaration = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/
  return declaration.exec(head.toString('latin1'))?.[1] ?? 'UTF-8'
}

function strict(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding === 'us-ascii' ? 'utf-8' : encoding, { fatal: true })
  return {
    decode(bytes) {
      try {
        return decoder.decode(bytes, { stream: true })
      } catch {
        throw new FrameworkFileError('framework.wrong-encoding', { declared: encoding })
      }
    },
    end() {
      try {
        return decoder.decode()
      } catch {
        // Half a letter at the very end: the file was cut there, which the parser will say.
        return '\uFFFD'
      }
    },
  }
}

/**
 * Any bytes can be read one by one, so a wrong declaration would pass unseen and give `Ã©` for
 * `é`. Accented text that is valid UTF-8 from end to end is UTF-8, whatever it declares.
 */
function singleByte(declared: string): Decoder {
  const decode = byteDecoder(declared)
  const asUtf8 = new TextDecoder('utf-8', { fatal: true })
  let accented = false
  let validUtf8 = true
  const follow = (bytes?: Uint8Array) => {
    accented ||= bytes?.some((byte) => byte > 0x7f) ?? false
    if (validUtf8) validUtf8 = decodes(asUtf8, bytes)
  }
  return {
    decode(bytes) {
      follow(bytes)
      return decode(bytes)
    },
    end() {
      follow()
      if (accented && validUtf8) {
        throw new FrameworkFileError('framework.wrong-encoding', { declared })
      }
      return ''
    },
  }
}

/** What says that it is Latin-1 is Windows-1252 as a rule, which differs in what Latin-1 leaves empty. */
function byteDecoder(declared: string): (bytes: Uint8Array) => string {
  if (declared.toLowerCase() !== 'iso-8859-15') return fromWindows1252
  const decoder = new TextDecoder('iso-8859-15')
  return (bytes) => decoder.decode(bytes)
}

function decodes(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined })
    return true
  } catch {
    return false
  }
}
