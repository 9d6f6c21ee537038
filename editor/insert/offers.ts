import { isElement } from '#content-schema/schema.ts'
import { elementEditors } from '../elements/index.ts'
import type { EditorHost } from '../host.ts'
import type { TemplateRow } from '../templates.ts'
import type { EditorWords } from '../words/fr.ts'
import { type CatalogueEntry, catalogue, sectionIcon } from './catalogue.ts'
import { referenceEntries } from './references.ts'
import { plain, searchCatalogue } from './search.ts'

type Offering = Pick<EditorHost, 'words' | 'templates' | 'recents' | 'reuse'>

/**
 * What the menu shows for a query: without one, what was inserted last comes first; templates, which
 * are found by their name, come after the elements.
 */
export function offersFor(query: string, { words, templates, recents, reuse }: Offering) {
  const kept = (templates?.known() ?? []).map((row) => entryOf(row, words))
  const wanted = plain(query)
  const entries = reuse ? [...catalogue, ...referenceEntries] : catalogue
  if (wanted === '')
    return [...lastInserted(recents?.read() ?? [], entries), ...entries, ...kept]
  const named = kept.filter(({ label = '' }) => ` ${plain(label)}`.includes(` ${wanted}`))
  return [...searchCatalogue(query, words, entries), ...named]
}

function lastInserted(names: string[], entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return names.flatMap((name): CatalogueEntry[] => {
    const entry = entries.find((each) => each.name === name)
    return entry ? [{ ...entry, group: 'recent' }] : []
  })
}

function entryOf({ id, name, kind, nodeName, mine, owner }: TemplateRow, words: EditorWords) {
  const about = mine ? words.templates.mine : words.templates.by(owner)
  const entry: CatalogueEntry = {
    name: kind === 'section' ? 'section' : nodeName,
    group: 'template',
    icon: isElement(nodeName) ? elementEditors[nodeName].icon : sectionIcon,
    about: { fr: about, en: about },
    synonyms: '',
    create: null,
    label: name,
    template: { id, kind },
  }
  return entry
}
