import type { SchemaSet } from '../standards/schemas.ts'
import { childNamed, type Element, parseXml } from '../xml/parse-xml.ts'
import { checkCmi5 } from './check-cmi5.ts'
import { checkManifest } from './check-manifest.ts'
import { checkPages } from './check-pages.ts'
import { checkTincan } from './check-tincan.ts'
import { type PackageFinding, packageError } from './finding.ts'
import { type OpenZip, readZip } from './read-zip.ts'

/**
 * Opens a finished zip and lists what an LMS, or a learner's browser, would stumble over.
 *
 * @returns empty when there is nothing to say; a package with an error must not be handed out
 */
export async function checkZip(path: string): Promise<PackageFinding[]> {
  const zip = await readZip(path)
  if ('code' in zip) return [zip]
  try {
    return [...zip.findings, ...(await checkContent(zip)), ...(await checkPages(zip))]
  } finally {
    zip.close()
  }
}

/** Whatever the manifest at the root says it is; without one, a folder that opens by itself. */
function checkContent(zip: OpenZip): Promise<PackageFinding[]> {
  if (zip.entries.has('imsmanifest.xml')) return checkScorm(zip)
  if (zip.entries.has('cmi5.xml')) return checkCourse(zip)
  if (zip.entries.has('tincan.xml')) return checkXapi(zip)
  return Promise.resolve(checkWeb(zip))
}

async function checkScorm(zip: OpenZip): Promise<PackageFinding[]> {
  const read = await readRoot(zip, 'imsmanifest.xml')
  if ('code' in read) return [read]
  const set = schemaSet(read.root)
  if (!set) return [packageError('manifest.unknown-version', { version: versionOf(read.root) })]
  return checkManifest(read.root, read.xml, set, zip)
}

async function checkCourse(zip: OpenZip): Promise<PackageFinding[]> {
  const read = await readRoot(zip, 'cmi5.xml')
  return 'code' in read ? [read] : checkCmi5(read.root, read.xml, zip)
}

async function checkXapi(zip: OpenZip): Promise<PackageFinding[]> {
  const read = await readRoot(zip, 'tincan.xml')
  return 'code' in read ? [read] : checkTincan(read.root, zip)
}

/** A manifest one folder down is the commonest reason for which an LMS refuses a zip. */
function checkWeb(zip: OpenZip): PackageFinding[] {
  const deeper = [...zip.entries.keys()].find((path) =>
    /\/(imsmanifest|cmi5|tincan)\.xml$/.test(path),
  )
  if (deeper) return [packageError('manifest.not-at-root', { path: deeper })]
  return zip.entries.has('index.html') ? [] : [packageError('package.unknown-format', {})]
}

async function readRoot(
  zip: OpenZip,
  path: string,
): Promise<{ root: Element; xml: string } | PackageFinding> {
  const xml = await zip.text(path)
  if (xml === null) return packageError('manifest.unreadable', { path })
  try {
    return { root: parseXml(xml), xml }
  } catch (fault) {
    return packageError('manifest.not-xml', { path, reason: (fault as Error).message })
  }
}

function schemaSet(manifest: Element): SchemaSet | null {
  const version = versionOf(manifest)
  if (version === '1.2') return 'scorm-12'
  if (/^2004 4th Edition$/.test(version)) return 'scorm-2004-4'
  return /^(2004 3rd Edition|CAM 1\.3)$/.test(version) ? 'scorm-2004-3' : null
}

function versionOf(manifest: Element): string {
  return childNamed(childNamed(manifest, 'metadata'), 'schemaversion')?.text.trim() ?? ''
}
