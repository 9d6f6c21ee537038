import type { SchemaSet } from '../standards/schemas.ts'
import { readSchemas } from '../standards/schemas.ts'
import { validateManifest } from '../standards/validate.ts'
import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { checkItemFields } from './check-item-fields.ts'
import { checkLengths } from './check-lengths.ts'
import { checkOrganizations } from './check-organizations.ts'
import { checkResources } from './check-resources.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import { checkFiles } from './manifest-files.ts'
import type { ReadXml } from './read-xml.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks a SCORM manifest: against the schemas, then what schemas cannot say. The rules are those
 * of ADL's own package test and of the LMSs that refuse more.
 *
 * @see SCORM 2004 4th edition Conformance Requirements, Content Package
 */
export async function checkManifest(
  { root, xml }: ReadXml,
  set: SchemaSet,
  zip: OpenZip,
): Promise<PackageFinding[]> {
  const { name, namespace } = root
  if (name !== 'manifest' || namespace !== namespaces[set])
    return [packageError('manifest.wrong-root', { name, namespace, line: root.line })]
  return [
    ...(await checkSchemas(xml, set)),
    ...checkIdentifiers(root),
    ...checkSubManifests(root, set),
    ...checkOrganizations(root, set),
    ...checkResources(root, set),
    ...checkItemFields(root, set),
    ...checkLengths(root, set),
    ...checkFiles(root, set, zip),
    ...(await checkControlDocuments(set, zip)),
  ]
}

/** Of the root element. */
const namespaces: Partial<Record<SchemaSet, string>> = {
  'scorm-12': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  'scorm-2004-3': 'http://www.imsglobal.org/xsd/imscp_v1p1',
  'scorm-2004-4': 'http://www.imsglobal.org/xsd/imscp_v1p1',
}

async function checkSchemas(xml: string, set: SchemaSet): Promise<PackageFinding[]> {
  const faults = await validateManifest(xml, set)
  if (faults === null)
    return [packageError('manifest.not-validated', { path: 'imsmanifest.xml' })]
  return faults.map(({ line, reason }) => packageError('manifest.invalid', { reason, line }))
}

/** What begins a name in XML, and what may follow. @see Namespaces in XML 1.0, NCName */
const properName = /^[\p{L}_][\p{L}\p{M}\p{Nd}._-]*$/u

function checkIdentifiers(manifest: Element): PackageFinding[] {
  const seen = new Set<string>()
  return identified(manifest).flatMap(({ attributes, line }) => {
    const identifier = attributes.identifier?.trim() ?? ''
    if (seen.has(identifier))
      return packageError('manifest.repeated-identifier', { identifier, line })
    seen.add(identifier)
    return properName.test(identifier)
      ? []
      : packageError('manifest.bad-identifier', { identifier, line })
  })
}

function identified(element: Element): Element[] {
  const below = element.children.flatMap(identified)
  return element.attributes.identifier === undefined ? below : [element, ...below]
}

/** A manifest in the manifest: hardly any LMS reads it, and SCORM 2004 lets no item lead to it. */
function checkSubManifests(manifest: Element, set: SchemaSet): PackageFinding[] {
  const wanted = new Set(
    elementsNamed(manifest, 'item').map(({ attributes }) => attributes.identifierref),
  )
  const inner = manifest.children.flatMap((child) => elementsNamed(child, 'manifest'))
  return inner.map(({ attributes: { identifier = '' }, line }) => {
    const finding = set !== 'scorm-12' && wanted.has(identifier) ? packageError : packageWarning
    return finding('manifest.sub-manifest', { identifier, line })
  })
}

/** SCORM 2004 wants its schemas at the root; Moodle does not mind, ADL's test does. */
async function checkControlDocuments(set: SchemaSet, zip: OpenZip): Promise<PackageFinding[]> {
  if (set === 'scorm-12') return []
  const missing = (await readSchemas(set))
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.xsd') && !zip.entries.has(name))
  return missing.map((path) => packageError('manifest.missing-schema', { path }))
}

/** What it says it is: the version of SCORM, or another standard that has a manifest too. */
export function declared(manifest: Element): { schema: string; version: string } {
  const metadata = childNamed(manifest, 'metadata')
  const said = (name: string) => childNamed(metadata, name)?.text.trim() ?? ''
  return { schema: said('schema'), version: said('schemaversion') }
}
