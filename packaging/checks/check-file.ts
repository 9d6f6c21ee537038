import { readFile, stat } from 'node:fs/promises'
import { checkCmi5 } from './check-cmi5.ts'
import { checkOnePage } from './check-pages.ts'
import { checkPdf } from './check-pdf.ts'
import { checkZip } from './check-zip.ts'
import { type PackageFinding, packageError } from './finding.ts'
import { readXmlBytes } from './read-xml.ts'
import { firstBytes, longestText } from './read-zip.ts'

/**
 * Opens a finished file and lists what an LMS, or a reader, would stumble over: a zip, a page that is
 * all there is, a PDF, or a course structure without files. What it is is seen from its first bytes.
 */
export async function checkFile(path: string): Promise<PackageFinding[]> {
  const start = await firstBytes(path)
  if (start.startsWith('%PDF-')) return checkPdf(await readFile(path))
  if (/^\s*<!doctype html/i.test(start)) return checkOnePage(await readFile(path, 'utf8'))
  return isXml(start) ? checkCourse(path) : checkZip(path)
}

/** Whether a file begins as XML does, in whatever encoding. */
function isXml(start: string): boolean {
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?(\?|!--|courseStructure)/.test(start)
}

/**
 * A course structure that comes alone leads to the web only.
 *
 * @see cmi5 (Quartz) §14.2
 */
async function checkCourse(path: string): Promise<PackageFinding[]> {
  const { size } = await stat(path)
  const name = 'cmi5.xml'
  if (size > longestText)
    return [packageError('manifest.too-large', { path: name, most: longestText / 1_000_000 })]
  const read = readXmlBytes(await readFile(path), name)
  if ('code' in read) return [read]
  if (read.root.name !== 'courseStructure') return [packageError('package.unknown-format')]
  return [...read.findings, ...(await checkCmi5(read, null))]
}
