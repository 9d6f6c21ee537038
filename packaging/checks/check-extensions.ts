import { posix } from 'node:path'
import type { Element } from '../xml/parse-xml.ts'
import { type PackageFinding, packageError } from './finding.ts'
import type { OpenZip } from './read-zip.ts'

export const courseNamespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'

/**
 * Whoever adds elements of a namespace of their own to a course structure says where its schema is.
 *
 * @see cmi5 (Quartz) §13.1.5, Vendor Specific Metadata: 13.1.5.0-1
 */
export function checkExtensions(root: Element, zip: OpenZip | null): PackageFinding[] {
  const places = placesOf(root)
  const seen = new Set<string>()
  return foreign(root).flatMap(({ namespace, line }) => {
    if (seen.has(namespace)) return []
    seen.add(namespace)
    return isThere(places.get(namespace), zip)
      ? []
      : packageError('cmi5.no-extension-schema', { namespace, line })
  })
}

/** The first element of each that stands in the structure; what is in it is its own affair. */
function foreign(element: Element): Element[] {
  if (element.namespace !== courseNamespace) return [element]
  return element.children.flatMap(foreign)
}

/** Pairs of a namespace and the address of its schema. @see XML Schema Part 1 §2.6.3 */
function placesOf(element: Element): Map<string, string> {
  const words = element.attributes.schemaLocation?.trim().split(/\s+/) ?? []
  const own = words.flatMap((word, at): [string, string][] =>
    at % 2 === 0 && words[at + 1] ? [[word, words[at + 1]!]] : [],
  )
  return new Map([...element.children.flatMap((child) => [...placesOf(child)]), ...own])
}

/** A schema on the web is believed to be there. */
function isThere(place: string | undefined, zip: OpenZip | null): boolean {
  if (place === undefined) return false
  if (/^[a-z][a-z0-9+.-]*:/i.test(place)) return true
  return zip?.entries.has(posix.normalize(place)) ?? false
}
