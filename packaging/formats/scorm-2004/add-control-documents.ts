import { type Step, withText } from '#packaging/pipeline/parcel.ts'
import { readSchemas } from '#packaging/standards/schemas.ts'
import type { Edition } from './edition.ts'

/**
 * Adds the schemas of the standard at the root of the package, where a strict LMS looks for them.
 *
 * @see SCORM 2004 4th edition Content Aggregation Model §3.5.2
 */
export function addControlDocuments(edition: Edition): Step {
  return async (parcel) => {
    const schemas = await readSchemas(edition)
    return schemas.reduce(
      (all, { name, text }) => withText(all, name, mediaTypeOf(name), text),
      parcel,
    )
  }
}

function mediaTypeOf(name: string): string {
  return name.endsWith('.dtd') ? 'application/xml-dtd' : 'text/xml'
}
