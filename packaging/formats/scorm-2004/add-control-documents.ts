import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { readSchemas } from '#packaging/standards/schemas.ts'

/**
 * Adds the schemas of the standard at the root of the package, where a strict LMS looks for them.
 *
 * @see SCORM 2004 4th edition Content Aggregation Model §3.5.2
 */
export async function addControlDocuments(parcel: Parcel): Promise<Parcel> {
  const schemas = await readSchemas('scorm-2004-4')
  return schemas.reduce(
    (all, { name, text }) => withText(all, name, mediaTypeOf(name), text),
    parcel,
  )
}

function mediaTypeOf(name: string): string {
  return name.endsWith('.dtd') ? 'application/xml-dtd' : 'text/xml'
}
