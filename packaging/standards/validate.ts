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

/** What the validator says, in its own words, with the namespace of the element it is about. */
export type SchemaFault = { line: number; namespace: string; reason: string }

/**
 * Validates a manifest against the schemas of its standard, without the network.
 *
 * @returns what is wrong, the first of many; `null` when it is too much to be validated
 */
export async function validateManifest(
  xml: string,
  set: SchemaSet,
): Promise<SchemaFault[] | null> {
  const contents = withFewerFiles(xml)
  if (tooMany(contents)) return null
  const schemas = (await readSchemas(set)).map(mended)
  try {
    const result = await validateXML({
      xml: { fileName: manifestName, contents },
      schema: { fileName: 'all.xsd', contents: importing(entryPoints[set]) },
      preload: schemas.map(({ name, text }) => ({ fileName: name, contents: text })),
      // Read as it goes by: as a tree, a manifest of many files does not fit.
      ...{ stream: true, maxMemoryPages },
    })
    return result.valid ? [] : faults(result)
  } catch {
    return null
  }
}

/** Files that are still looked at: what is said of these holds for the rest. */
const mostFiles = 1000

/** Without the files after the first thousand, each line staying where it is. */
function withFewerFiles(xml: string): string {
  let count = 0
  return xml.replace(/<file\s+href\s*=\s*"[^"<>&]*"\s*\/>/g, (file) => {
    count += 1
    return count <= mostFiles ? file : file.replace(/[^\n]/g, '')
  })
}

/** Elements and attributes, each of which may be wrong: a fault takes 7 kB until it is read. */
const mostMarks = 20_000

function tooMany(xml: string): boolean {
  const marks = /<[^/!?]|=\s*["']/g
  let count = 0
  while (count <= mostMarks && marks.exec(xml)) count += 1
  return count > mostMarks
}

const manifestName = 'imsmanifest.xml'

/** Of 64 KiB each: 64 MiB, several times what the longest manifest takes. */
const maxMemoryPages = 1024

/** More than anybody reads. */
const mostFaults = 100

/** What it says of the manifest; of the schemas it only has an old complaint. */
function faults({ errors }: XMLValidationResult): SchemaFault[] | null {
  const said = errors
    .filter(({ loc }) => loc?.fileName === manifestName)
    .slice(0, mostFaults)
    .map(({ message, loc }) => ({
      line: loc?.lineNumber ?? 1,
      namespace: /Element '\{([^}]*)\}/.exec(message)?.[1] ?? '',
      reason: clear(message),
    }))
  return said.length > 0 ? said : null
}

/** Without how each of its sentences begins, and with names as they stand in the file. */
function clear(message: string): string {
  const plain = message
    .replace(/^.*?Schemas [a-z]+ error : /, '')
    .replace(/\{[a-z][^}'\s]*:[^}'\s]*\}/g, '')
  return plain.slice(0, 400)
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
