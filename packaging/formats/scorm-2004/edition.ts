/** Editions differ in their names, their schemas and what these allow: in nothing else we use. */
export type Edition = 'scorm-2004-3' | 'scorm-2004-4'

/** As a manifest names them. @see SCORM 2004 Content Aggregation Model §3.4.1.3 */
export const schemaVersions: Record<Edition, string> = {
  'scorm-2004-3': '2004 3rd Edition',
  'scorm-2004-4': '2004 4th Edition',
}

/** Whether the schemas that travel in the package let its manifest hold metadata. */
export const hasMetadataInside: Record<Edition, boolean> = {
  'scorm-2004-3': false,
  'scorm-2004-4': true,
}
