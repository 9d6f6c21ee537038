import { cutText } from '#content-schema/cut-text.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import { activities } from '#content-schema/statements/activities.ts'
import type { PackageSource } from '../package-source.ts'

/**
 * The identifier of a module in a manifest: the same from one edition to the next, so that an LMS
 * sees an update and not another course. It starts with a letter, as `xsd:ID` and some LMSs ask.
 */
export function manifestId({ moduleId }: Pick<PackageSource, 'moduleId'>): string {
  return `M-${moduleId.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 60)}`
}

export function editionText({ edition }: Pick<PackageSource, 'edition'>): string {
  return `${edition.major}.${edition.minor}`
}

export function editionIri(
  source: Pick<PackageSource, 'moduleId' | 'edition'>,
  iriBase: string,
): string {
  return activities.edition(iriBase, source.moduleId, source.edition)
}

/** A day, `YYYY-MM-DD`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** A person as metadata names them. */
export function vcard(name: string): string {
  const plain = name.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\s+/g, ' ')
  return `BEGIN:VCARD\nVERSION:3.0\nFN:${plain}\nN:${plain};;;;\nEND:VCARD`
}

/** Texts of metadata: longer ones are cut, since SCORM asks an LMS to keep 1,000 characters. */
export function short(text: string, longest = 1000): string {
  return text.length <= longest ? text : `${cutText(text, longest - 1).trimEnd()}…`
}

/** A licence as metadata names it: in words, with the address of its text. */
export function licenceText(id: string, language: 'fr' | 'en'): string {
  const known = licence(id)
  return known ? [known.name[language], known.url].filter(Boolean).join(' – ') : id
}

/** At least a minute. @see ISO 8601, durations */
export function learningTime(minutes: number): string {
  return `PT${Math.max(1, Math.round(minutes))}M`
}
