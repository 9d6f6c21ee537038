import type { SchemaSet } from '../standards/schemas.ts'
import type { Element } from '../xml/parse-xml.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import { lookFor, outside, pathIn } from './look-for.ts'
import type { OpenZip } from './read-zip.ts'

const manifestName = 'imsmanifest.xml'

/** An address of a manifest, and where it is relative to. */
type Address = {
  kind: 'file' | 'launch' | 'metadata'
  address: string
  bases: string[]
  line: number
  resource: Element | null
}

type Placed = Address & { path: string }

/**
 * Every file named is there, every file there is named, and what is launched is named as well.
 * Addresses are relative to each `xml:base` around them.
 *
 * @see IMS Content Packaging 1.1.4 Best Practice, §3.3.1 (`xml:base`)
 */
export function checkFiles(manifest: Element, set: SchemaSet, zip: OpenZip): PackageFinding[] {
  const addresses = addressesIn(manifest, [], null)
  const placed = addresses.flatMap((each): Placed[] => {
    const path = pathIn(each.address, each.bases)
    return path === null || path === outside ? [] : [{ ...each, path }]
  })
  return [
    ...checkBases(manifest),
    ...addresses.flatMap(outsideFindings),
    ...once(placed).flatMap(({ path, line }) =>
      lookFor(path, zip, 'manifest.missing-file', { in: manifestName, line }),
    ),
    ...launchFindings(placed, set),
    ...unlistedFindings(placed, set, zip),
  ]
}

function addressesIn(element: Element, around: string[], within: Element | null): Address[] {
  const { base, href } = element.attributes
  const bases = base === undefined ? around : [...around, withSlash(base)]
  const resource = element.name === 'resource' ? element : within
  const place = { bases, line: element.line, resource }
  const own = addressOf(element, href)
  const below = element.children.flatMap((child) => addressesIn(child, bases, resource))
  return own ? [{ ...own, ...place }, ...below] : below
}

function addressOf(
  { name, text }: Element,
  href: string | undefined,
): Pick<Address, 'kind' | 'address'> | null {
  if (name === 'resource' && href) return { kind: 'launch', address: href.trim() }
  if (name === 'file' && href) return { kind: 'file', address: href.trim() }
  const location = name === 'location' ? text.trim() : ''
  return location ? { kind: 'metadata', address: location } : null
}

/** As LMSs read it: they put it before the address, folder or not. */
function withSlash(base: string): string {
  return base === '' || base.endsWith('/') ? base : `${base}/`
}

function checkBases(element: Element): PackageFinding[] {
  const { base } = element.attributes
  const below = element.children.flatMap(checkBases)
  if (base === undefined || base === '' || base.endsWith('/')) return below
  return [packageWarning('manifest.base-without-slash', { base, line: element.line }), ...below]
}

/** An address from the root of the server, or above the package; a SCO on another server. */
function outsideFindings({ kind, address, bases, line, resource }: Address): PackageFinding[] {
  const path = pathIn(address, bases)
  if (path === outside) return [packageError('manifest.outside-address', { address, line })]
  const isSco = /^sco$/i.test(scormType(resource))
  return path === null && kind === 'launch' && isSco
    ? [packageWarning('manifest.launched-elsewhere', { address, line })]
    : []
}

function scormType(resource: Element | null): string {
  return resource?.attributes.scormType ?? resource?.attributes.scormtype ?? ''
}

/** A file that many name is missing once. */
function once(placed: Placed[]): Placed[] {
  const seen = new Set<string>()
  return placed.filter(({ path }) => !seen.has(path) && seen.add(path))
}

/** A launch file must be listed by its own resource; some LMSs only need it listed by any. */
function launchFindings(placed: Placed[], set: SchemaSet): PackageFinding[] {
  const files = placed.filter(({ kind }) => kind === 'file')
  const anywhere = new Set(files.map(({ path }) => path))
  const own = new Map<Element | null, Set<string>>()
  for (const { resource, path } of files)
    own.set(resource, (own.get(resource) ?? new Set()).add(path))
  return placed.flatMap(({ kind, path, line, resource }) => {
    if (kind !== 'launch' || own.get(resource)?.has(path)) return []
    const finding = anywhere.has(path) && set === 'scorm-12' ? packageWarning : packageError
    return finding('manifest.launch-file-not-listed', { path, line })
  })
}

function unlistedFindings(placed: Placed[], set: SchemaSet, zip: OpenZip): PackageFinding[] {
  const listed = new Set(placed.map(({ path }) => path))
  return [...zip.entries.keys()]
    .filter((path) => !listed.has(path) && path !== manifestName && !isControl(path, set))
    .map((path) => packageWarning('manifest.unlisted-file', { path }))
}

/** Schemas at the root are told of by nobody, in SCORM 1.2 neither. */
function isControl(path: string, set: SchemaSet): boolean {
  return set === 'scorm-12' ? /^[^/]+\.xsd$/.test(path) : /\.(xsd|dtd)$/.test(path)
}
