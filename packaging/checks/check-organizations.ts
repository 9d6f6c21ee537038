import type { SchemaSet } from '../standards/schemas.ts'
import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'

/** What a learner is led through: titles, and items that lead to something that is there. */
export function checkOrganizations(manifest: Element, set: SchemaSet): PackageFinding[] {
  const organizations = elementsNamed(manifest, 'organization')
  const items = elementsNamed(manifest, 'item')
  return [
    ...checkDefault(manifest, organizations, set),
    ...[...organizations, ...items].flatMap(checkTitle),
    ...checkReferences(manifest, items),
    ...items.flatMap((item) => checkItem(item, set)),
  ]
}

/** SCORM 1.2 takes the first one when none is named. */
function checkDefault(
  manifest: Element,
  organizations: Element[],
  set: SchemaSet,
): PackageFinding[] {
  const around = childNamed(manifest, 'organizations')
  const wanted = around?.attributes.default
  const line = around?.line ?? 1
  if (organizations.some(({ attributes }) => attributes.identifier === wanted)) return []
  const params = { identifier: wanted ?? '', line }
  const first = wanted === undefined && set === 'scorm-12' && organizations.length > 0
  const finding = first ? packageWarning : packageError
  return [finding('manifest.no-default-organization', params)]
}

function checkTitle({ children, attributes, line }: Element): PackageFinding[] {
  const title = children.find(({ name }) => name === 'title')
  const identifier = attributes.identifier ?? ''
  return title?.text.trim() ? [] : [packageError('manifest.no-title', { identifier, line })]
}

function checkReferences(manifest: Element, items: Element[]): PackageFinding[] {
  const known = new Set(
    ['resource', 'manifest']
      .flatMap((name) => elementsNamed(manifest, name))
      .map(({ attributes }) => attributes.identifier),
  )
  return items.flatMap(({ attributes: { identifierref: identifier }, line }) =>
    identifier && !known.has(identifier)
      ? packageError('manifest.unknown-resource', { identifier, line })
      : [],
  )
}

/**
 * An item leads somewhere, or holds others; in SCORM 2004 never both.
 *
 * @see SCORM 2004 4th edition Content Aggregation Model §3.4.1.9
 */
function checkItem(item: Element, set: SchemaSet): PackageFinding[] {
  const { identifier = '', identifierref } = item.attributes
  const params = { identifier, line: item.line }
  const isLeaf = !item.children.some(({ name }) => name === 'item')
  if (isLeaf && !identifierref) {
    const finding = set === 'scorm-12' ? packageWarning : packageError
    return [finding('manifest.empty-item', params)]
  }
  return !isLeaf && identifierref && set !== 'scorm-12'
    ? [packageError('manifest.cluster-with-resource', params)]
    : []
}
