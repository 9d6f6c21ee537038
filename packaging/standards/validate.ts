import { validateXML, type XMLValidationResult } from 'xmllint-wasm'
import { readSchemas, type SchemaFile, type SchemaSet } from './schemas.ts'

/** Each namespace that a manifest may use, with the file that describes it. */
const entryPoints: Record<SchemaSet, [namespace: string, file: string][]> = {
  'scorm-12': [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', 'imsmd_rootv1p2p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  'scorm-2004-3': scorm2004(),
  'scorm-2004-4': scorm2004(),
  cmi5: [
    ['https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd', 'course-structure.xsd'],
  ],
}

/**
 * Validates a manifest against the schemas of its standard, without the network.
 *
 * @returns what is wrong, in the validator's own words; empty when it is valid
 */
export async function validateManifest(xml: string, set: SchemaSet): Promise<string[]> {
  const schemas = (await readSchemas(set)).map(mended)
  try {
    const result = await validateXML({
      xml: { fileName: manifestName, contents: xml },
      schema: { fileName: 'all.xsd', contents: importing(entryPoints[set]) },
      preload: schemas.map(({ name, text }) => ({ fileName: name, contents: text })),
    })
    return result.valid ? [] : reasons(result)
  } catch (error) {
    return [`the validator gave up: ${(error as Error).message.slice(0, 200)}`]
  }
}

const manifestName = 'imsmanifest.xml'

/** What it says of the manifest; of the schemas it only has an old complaint. */
function reasons({ errors, rawOutput }: XMLValidationResult): string[] {
  const said = errors
    .filter(({ loc }) => loc?.fileName === manifestName)
    .map(({ message, loc }) => `${loc?.lineNumber}: ${message}`)
  return said.length > 0 ? said : [rawOutput.slice(0, 200)]
}

function scorm2004(): [string, string][] {
  return [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ]
}

/**
 * Two faults of the published files: some point at w3.org for `xml.xsd`, which stands beside them;
 * the 1.2 metadata allows any element after its own ones, which a strict validator calls ambiguous
 * (elements of other namespaces are what was meant).
 */
function mended({ name, text }: SchemaFile): SchemaFile {
  const local = text.replace(/https?:\/\/www\.w3\.org\/[\w/]*xml\.xsd/g, 'xml.xsd')
  const isMetadata = name === 'imsmd_rootv1p2p1.xsd'
  return { name, text: isMetadata ? local.replace(/"##any"/g, '"##other"') : local }
}

function importing(files: [string, string][]): string {
  const imports = files.map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  )
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
}
