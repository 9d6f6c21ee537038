import type { Readable } from 'node:stream'
import type { Framework } from '#content-schema/competencies.ts'
import { entriesOf } from './entries.ts'
import { readEntry } from './read-entry.ts'

/**
 * Reads a file of the French register of certifications (RNCP or RS, flux V4.1), entry by entry:
 * the national file exceeds 100 MB and is never held in memory.
 *
 * A refusal may come after entries were given, since a file can be cut at its end: whoever keeps
 * them does so in one transaction.
 *
 * @param stream bytes of the XML file, not of the zip it is published in
 * @throws FrameworkFileError with a `code` and what its sentence needs
 * @see https://www.data.gouv.fr/datasets/repertoire-national-des-certifications-professionnelles-et-repertoire-specifique/
 */
export async function* readRncp(
  stream: Readable,
  isWanted?: (code: string) => boolean,
): AsyncGenerator<Framework> {
  const wanted = isWanted ? { entry: isWanted } : {}
  for await (const entry of entriesOf(stream, wanted)) yield readEntry(entry)
}

/** What names an entry, to choose it by. */
export type EntrySummary = {
  code: string
  title: string
  active: boolean
  level: number | null
  validUntil: string | null
}

const summaryFields = new Set([
  'NUMERO_FICHE',
  'INTITULE',
  'ACTIF',
  'NOMENCLATURE_EUROPE',
  'DATE_FIN_ENREGISTREMENT',
])

/** What names each entry of a register file; the long texts are passed over. */
export async function* summariesOf(stream: Readable): AsyncGenerator<EntrySummary> {
  for await (const entry of entriesOf(stream, { fields: summaryFields })) {
    const { code, title, active, level, validUntil } = readEntry(entry)
    yield { code, title, active, level, validUntil }
  }
}
