import type { Format } from '../package-source.ts'
import type { SchemaSet } from '../standards/schemas.ts'
import { type Element, elementsNamed } from '../xml/parse-xml.ts'
import { checkCmi5 } from './check-cmi5.ts'
import { checkManifest, declared } from './check-manifest.ts'
import { checkPages } from './check-pages.ts'
import { checkTincan } from './check-tincan.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import { type ReadXml, readXml } from './read-xml.ts'
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
    if (isLocked(zip)) return zip.findings
    const content = await checkContent(zip)
    return [...zip.findings, ...content, ...otherManifests(zip), ...(await checkPages(zip))]
  } finally {
    zip.close()
  }
}

/** Behind a password there is nothing to read: what would be said of it is not known. */
function isLocked({ findings }: OpenZip): boolean {
  return findings.some(({ code }) => code === 'zip.encrypted-file')
}

/** What a zip says it is; `null` when it says nothing that we know, or cannot be read. */
export async function formatOf(path: string): Promise<Format | null> {
  const zip = await readZip(path)
  if ('code' in zip) return null
  try {
    if (zip.entries.has('imsmanifest.xml')) return await scormOf(zip)
    const known = Object.entries(markers).find(([marker]) => zip.entries.has(marker))
    return known?.[1] ?? null
  } finally {
    zip.close()
  }
}

const markers: Record<string, Format> = {
  'cmi5.xml': 'cmi5',
  'tincan.xml': 'xapi',
  'index.html': 'web',
}

async function scormOf(zip: OpenZip): Promise<Format | null> {
  const read = await readXml(zip, 'imsmanifest.xml')
  const set = 'code' in read ? null : schemaSet(read.root)
  return set === 'cmi5' ? null : set
}

/** Whatever the manifest at the root says it is; without one, a folder that opens by itself. */
function checkContent(zip: OpenZip): Promise<PackageFinding[]> {
  if (zip.entries.has('imsmanifest.xml')) return checkRead(zip, 'imsmanifest.xml', checkScorm)
  if (zip.entries.has('cmi5.xml')) return checkRead(zip, 'cmi5.xml', checkCmi5)
  if (zip.entries.has('tincan.xml')) return checkRead(zip, 'tincan.xml', checkXapi)
  return Promise.resolve(checkWeb(zip))
}

type Check = (read: ReadXml, zip: OpenZip) => PackageFinding[] | Promise<PackageFinding[]>

async function checkRead(zip: OpenZip, path: string, check: Check): Promise<PackageFinding[]> {
  const read = await readXml(zip, path)
  return 'code' in read ? [read] : [...read.findings, ...(await check(read, zip))]
}

async function checkScorm(read: ReadXml, zip: OpenZip): Promise<PackageFinding[]> {
  const set = schemaSet(read.root)
  const { schema, version } = declared(read.root)
  if (!set) {
    return isOther(read.root)
      ? [packageError('manifest.not-scorm', { schema: schema || read.root.namespace })]
      : [packageError('manifest.unknown-version', { version })]
  }
  const said = version === '' ? [packageWarning('manifest.no-version')] : []
  return [...said, ...(await checkManifest(read, set, zip))]
}

/** Cartridges and question banks have an `imsmanifest.xml` too. */
function isOther(manifest: Element): boolean {
  const { schema, version } = declared(manifest)
  if (schema !== '') return !/scorm/i.test(schema)
  const resources = elementsNamed(manifest, 'resource')
  return version === '' && !resources.some(({ attributes }) => 'scormType' in attributes)
}

function checkXapi({ root }: ReadXml, zip: OpenZip): PackageFinding[] {
  return checkTincan(root, zip)
}

const manifests = /(^|\/)(imsmanifest|cmi5|tincan)\.xml$/i

/** A manifest one folder down is the commonest reason for which an LMS refuses a zip. */
function checkWeb(zip: OpenZip): PackageFinding[] {
  const path = [...zip.entries.keys()].find((path) => manifests.test(path))
  if (path === undefined)
    return zip.entries.has('index.html') ? [] : [packageError('package.unknown-format', {})]
  const name = path.split('/').at(-1) ?? path
  if (name !== name.toLowerCase())
    return [packageError('manifest.wrong-name', { path, wanted: name.toLowerCase() })]
  const folder = path.slice(0, -name.length - 1)
  return [packageError('manifest.not-at-root', { path, folder })]
}

/** A package in the package: an LMS may take it for the one to open. */
function otherManifests({ entries }: OpenZip): PackageFinding[] {
  const all = [...entries.keys()].filter((path) => manifests.test(path))
  if (!all.some((path) => !path.includes('/'))) return []
  return all
    .filter((path) => path.includes('/'))
    .map((path) => packageWarning('manifest.second', { path }))
}

/** By what it says; by its namespaces when it says nothing, as LMSs do. */
function schemaSet(manifest: Element): SchemaSet | null {
  const { version } = declared(manifest)
  if (version === '1.2') return 'scorm-12'
  if (/^2004 4th Edition$/.test(version)) return 'scorm-2004-4'
  if (/^(2004 3rd Edition|CAM 1\.3)$/.test(version)) return 'scorm-2004-3'
  if (version !== '') return null
  if (manifest.namespace === 'http://www.imsproject.org/xsd/imscp_rootv1p1p2') return 'scorm-12'
  return null
}
