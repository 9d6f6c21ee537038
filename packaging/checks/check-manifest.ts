import type { SchemaSet } from '../standards/schemas.ts'
import { readSchemas } from '../standards/schemas.ts'
import { validateManifest } from '../standards/validate.ts'
import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks a SCORM manifest: against the schemas, then what schemas cannot say. The rules are those
 * of ADL's own package test and of the LMSs that refuse more.
 *
 * @see SCORM 2004 4th edition Conformance Requirements, Content Package
 */
export async function checkManifest(
  manifest: Element,
  xml: string,
  set: SchemaSet,
  zip: OpenZip,
): Promise<PackageFinding[]> {
  const wrong = await validateManifest(xml, set)
  return [
    ...wrong.map((reason) => packageError('manifest.invalid', { reason })),
    ...checkIdentifiers(manifest),
    ...checkOrganizations(manifest),
    ...checkResources(manifest, set),
    ...checkFiles(manifest, set, zip),
    ...(await checkControlDocuments(set, zip)),
  ]
}

function checkIdentifiers(manifest: Element): PackageFinding[] {
  const seen = new Set<string>()
  return identified(manifest).flatMap(({ attributes }) => {
    const identifier = attributes.identifier ?? ''
    if (!seen.has(identifier)) {
      seen.add(identifier)
      return []
    }
    return packageError('manifest.repeated-identifier', { identifier })
  })
}

function identified(element: Element): Element[] {
  const below = element.children.flatMap(identified)
  return element.attributes.identifier === undefined ? below : [element, ...below]
}

function checkOrganizations(manifest: Element): PackageFinding[] {
  const organizations = elementsNamed(manifest, 'organization')
  const wanted = childNamed(manifest, 'organizations')?.attributes.default ?? ''
  const known = organizations.some(({ attributes }) => attributes.identifier === wanted)
  const resources = new Set(
    elementsNamed(manifest, 'resource').map(({ attributes }) => attributes.identifier),
  )
  const items = elementsNamed(manifest, 'item')
  return [
    ...(known
      ? []
      : [packageError('manifest.no-default-organization', { identifier: wanted })]),
    ...[...organizations, ...items]
      .filter(hasNoTitle)
      .map(({ attributes }) =>
        packageError('manifest.no-title', { identifier: attributes.identifier ?? '' }),
      ),
    ...items
      .filter(
        ({ attributes: { identifierref } }) => identifierref && !resources.has(identifierref),
      )
      .map(({ attributes }) =>
        packageError('manifest.unknown-resource', {
          identifier: attributes.identifierref ?? '',
        }),
      ),
  ]
}

function hasNoTitle(element: Element): boolean {
  return (childNamed(element, 'title')?.text.trim() ?? '') === ''
}

/** The attribute is `scormtype` in SCORM 1.2 and `scormType` in SCORM 2004. */
function checkResources(manifest: Element, set: SchemaSet): PackageFinding[] {
  const [name, other] =
    set === 'scorm-12' ? ['scormtype', 'scormType'] : ['scormType', 'scormtype']
  const resources = elementsNamed(manifest, 'resource')
  const launched = resources.filter(({ attributes }) => attributes[name] === 'sco')
  return [
    ...resources.flatMap(({ attributes }) => {
      const identifier = attributes.identifier ?? ''
      if (attributes[name] !== undefined) return []
      const code =
        attributes[other] === undefined ? 'manifest.no-scorm-type' : 'manifest.scorm-type-case'
      return packageError(code, { identifier })
    }),
    ...(launched.length === 0 ? [packageError('manifest.no-sco', {})] : []),
    ...launched
      .filter(({ attributes }) => !attributes.href)
      .map(({ attributes }) =>
        packageError('manifest.no-launch-file', { identifier: attributes.identifier ?? '' }),
      ),
  ]
}

/** Every file named is there, every file there is named, and what is launched is named as well. */
function checkFiles(manifest: Element, set: SchemaSet, zip: OpenZip): PackageFinding[] {
  const resources = elementsNamed(manifest, 'resource')
  const named = resources.flatMap(filesOf)
  const launched = resources.flatMap(({ attributes }) => pathOf(attributes.href))
  const metadata = elementsNamed(manifest, 'location').flatMap(({ text }) =>
    pathOf(text.trim()),
  )
  const listed = new Set([...named, ...metadata])
  const missing = [...new Set([...named, ...metadata, ...launched])].filter(
    (path) => !zip.entries.has(path),
  )
  const unnamed = [...zip.entries.keys()].filter(
    (path) => !listed.has(path) && path !== 'imsmanifest.xml' && !isControl(path, set),
  )
  return [
    ...missing.map((path) => packageError('manifest.missing-file', { path })),
    ...launched
      .filter((path) => !listed.has(path))
      .map((path) => packageError('manifest.launch-file-not-listed', { path })),
    ...unnamed.map((path) => packageWarning('manifest.unlisted-file', { path })),
  ]
}

function filesOf(resource: Element): string[] {
  return elementsNamed(resource, 'file').flatMap(({ attributes }) => pathOf(attributes.href))
}

/** The path in the zip that an `href` names; none when it leads to the web. */
function pathOf(href: string | undefined): string[] {
  if (!href || /^[a-z][a-z0-9+.-]*:/i.test(href)) return []
  const [path = ''] = href.split(/[?#]/)
  try {
    return [decodeURIComponent(path)]
  } catch {
    return [path]
  }
}

function isControl(path: string, set: SchemaSet): boolean {
  return set !== 'scorm-12' && /^[^/]+\.(xsd|dtd)$/.test(path)
}

/** SCORM 2004 wants its schemas at the root; Moodle does not mind, ADL's test does. */
async function checkControlDocuments(set: SchemaSet, zip: OpenZip): Promise<PackageFinding[]> {
  if (set === 'scorm-12') return []
  const missing = (await readSchemas(set))
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.xsd') && !zip.entries.has(name))
  return missing.map((path) => packageError('manifest.missing-schema', { path }))
}
