import { elementLabel } from '../element-label.ts'
import type { EditorWords } from '../words/fr.ts'
import { type CatalogueEntry, catalogue } from './catalogue.ts'

/**
 * The entries that answer what was typed, best first: the name starts so, then synonyms do,
 * then the name holds it; the rest of the best one's group follows it, so that no group comes twice.
 * Accents and capitals do not count; no query gives the whole catalogue.
 */
export function searchCatalogue(
  query: string,
  words: EditorWords,
  entries = catalogue,
): CatalogueEntry[] {
  const wanted = plain(query)
  if (wanted === '') return [...entries]
  const found = entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry)
  const groups = [...new Set(found.map(({ group }) => group))]
  return groups.flatMap((name) => found.filter(({ group }) => group === name))
}

function rankOf(entry: CatalogueEntry, wanted: string, words: EditorWords): number {
  const name = plain(entry.call?.[words.language] ?? elementLabel(entry.name, words))
  if (name === wanted) return 5
  if (name.startsWith(wanted)) return 4
  if (name.split(' ').some((word) => word.startsWith(wanted))) return 3
  if (` ${entry.synonyms}`.includes(` ${wanted}`)) return 2
  return name.includes(wanted) ? 1 : 0
}

/** Without accents nor capitals. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
