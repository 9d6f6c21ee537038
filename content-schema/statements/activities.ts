/**
 * Activity ids under the permanent prefix of an installation (`iriBase`, no slash at its end).
 *
 * An object keeps its id from one edition to the next, so that before and after compare; which
 * edition was shown stands in the context. A question's id also carries the digest of its key:
 * when choices or scoring change it is another question, when only its wording changes it is not.
 */
export const activities = {
  /** A module as long as its objectives and rules stay the same. */
  line: (iriBase: string, moduleId: string, major: number) =>
    `${iriBase}/m/${moduleId}/${major}`,
  edition: (iriBase: string, moduleId: string, edition: EditionNumber) =>
    `${iriBase}/m/${moduleId}/${edition.major}.${edition.minor}`,
  /** The course that a package in cmi5 makes of one module. */
  course: (iriBase: string, moduleId: string, major: number) =>
    `${iriBase}/m/${moduleId}/${major}/course`,
  /** What a module teaches, as a manifest names it. */
  objective: (iriBase: string, moduleId: string, name: string) =>
    `${iriBase}/m/${moduleId}/o/${encodeURIComponent(name)}`,
  section: (iriBase: string, moduleId: string, sectionId: string) =>
    `${iriBase}/m/${moduleId}/b/${sectionId}`,
  question: (iriBase: string, moduleId: string, questionId: string, keyDigest: string) =>
    `${iriBase}/m/${moduleId}/q/${questionId}.${keyDigest}`,
  assessment: (iriBase: string, moduleId: string, assessmentId: string) =>
    `${iriBase}/m/${moduleId}/a/${assessmentId}`,
  /** What is neither a section nor answered: a paragraph, a picture, a video. */
  element: (iriBase: string, moduleId: string, elementId: string) =>
    `${iriBase}/m/${moduleId}/e/${elementId}`,
}

export type EditionNumber = { major: number; minor: number }

export type ParsedActivity =
  | { kind: 'edition'; moduleId: string; edition: EditionNumber }
  | { kind: 'line'; moduleId: string; major: number }
  | { kind: 'section'; moduleId: string; sectionId: string }
  | { kind: 'assessment'; moduleId: string; assessmentId: string }
  | { kind: 'element'; moduleId: string; elementId: string }
  | { kind: 'question'; moduleId: string; questionId: string; keyDigest: string }

/** Reads an id that {@link activities} wrote; `null` when it is somebody else's. */
export function parseActivity(iriBase: string, iri: string): ParsedActivity | null {
  if (!iri.startsWith(`${iriBase}/m/`)) return null
  const [moduleId, kind, last, ...more] = iri.slice(iriBase.length + 3).split('/')
  if (!moduleId || !kind || more.length > 0) return null
  if (last === undefined) return parseVersion(moduleId, kind)
  if (kind === 'b' && last) return { kind: 'section', moduleId, sectionId: last }
  if (kind === 'a' && last) return { kind: 'assessment', moduleId, assessmentId: last }
  if (kind === 'e' && last) return { kind: 'element', moduleId, elementId: last }
  const [questionId, keyDigest] = last.split('.')
  if (kind !== 'q' || !questionId || !keyDigest) return null
  return { kind: 'question', moduleId, questionId, keyDigest }
}

function parseVersion(moduleId: string, version: string): ParsedActivity | null {
  const [, major, minor] = /^(\d+)(?:\.(\d+))?$/.exec(version) ?? []
  if (major === undefined) return null
  if (minor === undefined) return { kind: 'line', moduleId, major: Number(major) }
  return { kind: 'edition', moduleId, edition: { major: Number(major), minor: Number(minor) } }
}
