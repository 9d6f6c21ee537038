import type { SchemaSet } from '../standards/schemas.ts'
import type { Element } from '../xml/parse-xml.ts'
import { type PackageFinding, packageWarning } from './finding.ts'

/**
 * The characters that every LMS keeps of a text. The schemas of SCORM 2004 count none of them; those
 * of SCORM 1.2 do, without saying how many there are.
 *
 * @see SCORM 1.2 Content Aggregation Model §2.3; SCORM 2004 4th edition, the same §3.4
 */
export function checkLengths(
  { name, namespace, children, attributes, text, line }: Element,
  set: SchemaSet,
): PackageFinding[] {
  const below = children.flatMap((child) => checkLengths(child, set))
  if (!own.test(namespace)) return below
  const most = set === 'scorm-12' ? texts12 : texts2004
  const inAttributes = Object.entries(attributes).flatMap(([attribute, value]) =>
    tooLong(attribute, value, inAttribute[attribute], line),
  )
  return [...tooLong(name, text.trim(), most[name], line), ...inAttributes, ...below]
}

const texts12: Record<string, number> = {
  title: 200,
  datafromlms: 255,
  prerequisites: 200,
}

const texts2004: Record<string, number> = {
  title: 200,
  schema: 100,
  schemaversion: 20,
  dataFromLMS: 4000,
  location: 2000,
}

const inAttribute: Record<string, number> = {
  identifierref: 2000,
  parameters: 1000,
  href: 2000,
  base: 2000,
  structure: 200,
  version: 20,
  type: 1000,
}

/** What belongs to the package: metadata and sequencing have rules of their own. */
const own = /imscp_|adlcp_/

function tooLong(
  name: string,
  text: string,
  most: number | undefined,
  line: number,
): PackageFinding[] {
  const measured = [...text].length
  return most === undefined || measured <= most
    ? []
    : [packageWarning('manifest.long-text', { name, measured, most, line })]
}
