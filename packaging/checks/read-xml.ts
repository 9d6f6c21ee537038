import { type Element, parseXml, TooManyElements } from '../xml/parse-xml.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import { longestText, type OpenZip } from './read-zip.ts'

export type ReadXml = {
  path: string
  root: Element
  /** As text, with no encoding of its own and no document type, line for line. */
  xml: string
  findings: PackageFinding[]
}

/** Twice the files that a package may hold, each an element of its own. */
const mostElements = 100_000

/** Reads a manifest of a zip, whatever it was written in. */
export async function readXml(zip: OpenZip, path: string): Promise<ReadXml | PackageFinding> {
  const bytes = await zip.bytes(path)
  if (bytes === null) return packageError('manifest.unreadable', { path })
  return bytes === 'too-large' ? tooLarge(path) : readXmlBytes(bytes, path)
}

/** Reads a manifest; what harms the reader is refused, what only some read is a finding. */
export function readXmlBytes(bytes: Buffer, path: string): ReadXml | PackageFinding {
  if (bytes.length > longestText) return tooLarge(path)
  const encoding = encodingOf(bytes)
  const xml = decoded(bytes, encoding)
  if (xml === null) return packageError('manifest.wrong-encoding', { path, encoding })
  const findings = isUtf8(encoding)
    ? []
    : [packageWarning('manifest.odd-encoding', { path, encoding })]
  return parsed(xml, path, findings)
}

function tooLarge(path: string): PackageFinding {
  return packageError('manifest.too-large', { path, most: longestText / 1_000_000 })
}

function parsed(
  xml: string,
  path: string,
  findings: PackageFinding[],
): ReadXml | PackageFinding {
  let doctype = ''
  const onDoctype = (declaration: string) => {
    // Only one that defines something in itself can harm who reads it.
    if (declaration.includes('[')) throw new OwnDoctype()
    doctype = declaration
  }
  try {
    const root = parseXml(xml, { most: mostElements, onDoctype })
    if (doctype === '') return { path, root, xml: bare(xml), findings }
    const plain = bare(xml).replace(`<!DOCTYPE${doctype}>`, '')
    const said = packageWarning('manifest.doctype', { path })
    return { path, root, xml: plain, findings: [...findings, said] }
  } catch (fault) {
    return whatIsWrong(fault as Error, path)
  }
}

class OwnDoctype extends Error {}

function whatIsWrong(fault: Error, path: string): PackageFinding {
  if (fault instanceof OwnDoctype) return packageError('manifest.own-doctype', { path })
  if (fault instanceof TooManyElements) return tooLarge(path)
  const [, line, reason] = /^(\d+):\d+: ([\s\S]*)$/.exec(fault.message) ?? []
  const where = line ? { line: Number(line) } : {}
  const said = (reason ?? fault.message).slice(0, 200)
  return packageError('manifest.not-xml', { path, ...where, reason: said })
}

/** Without what it says of its bytes, which are text by now. */
function bare(xml: string): string {
  return xml.replace(/^(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["'][^"'>]*["']/, '$1')
}

/** By its first bytes, then by what it says; UTF-8 when it says nothing. @see XML 1.0, appendix F */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'UTF-16LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  if (first === 0x3c && second === 0) return 'UTF-16LE'
  if (first === 0 && second === 0x3c) return 'UTF-16BE'
  const start = bytes.toString('latin1', 0, 200).replace(/^\u00ef\u00bb\u00bf/, '')
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(start)?.[1] ?? 'UTF-8'
}

function isUtf8(encoding: string): boolean {
  return /^(utf-?8|us-ascii)$/i.test(encoding)
}

/** `null` when the bytes are not what is said of them, or nobody knows how to read that. */
function decoded(bytes: Buffer, encoding: string): string | null {
  // Said to be of two bytes a letter, which the first ones showed it is not.
  if (/^utf-?16$/i.test(encoding)) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
