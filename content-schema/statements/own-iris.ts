import { type ParsedActivity, parseActivity } from './activities.ts'

/** Every kind of IRI that stands under the permanent prefix of an installation. */
export type OwnIri =
  | ParsedActivity
  | { kind: 'course'; moduleId: string; major: number }
  | { kind: 'objective'; moduleId: string; name: string }
  | { kind: 'trial'; trialId: string }

/** Reads an IRI that we made; `null` when it is somebody else's. */
export function readOwnIri(iriBase: string, iri: string): OwnIri | null {
  const activity = parseActivity(iriBase, iri)
  if (activity) return activity
  if (!iri.startsWith(`${iriBase}/`)) return null
  const [place, id, kind, name, ...more] = iri.slice(iriBase.length + 1).split('/')
  if (!id || more.length > 0) return null
  if (place === 't' && kind === undefined) return { kind: 'trial', trialId: id }
  if (place !== 'm' || !kind || !name) return null
  if (name === 'course' && /^\d+$/.test(kind))
    return { kind: 'course', moduleId: id, major: Number(kind) }
  return kind === 'o' ? { kind: 'objective', moduleId: id, name: decoded(name) } : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
