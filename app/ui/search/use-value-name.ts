import { useTranslation } from 'react-i18next'
import type { FacetName } from '#app/services/search/facets.ts'
import type { NamedCount } from '#app/services/search/labels.server.ts'

/** What a value of a facet is called on the screen. */
export function useValueName() {
  const { t, i18n } = useTranslation(['search', 'modules'])
  const language = i18n.language === 'en' ? 'en' : 'fr'
  return ({ facet, value, label }: Pick<NamedCount, 'facet' | 'value' | 'label'>): string => {
    if (typeof label === 'string') return label
    if (label) return label[language]
    if (facet === 'language') return capital(languageName(value, language), language)
    return capital(t(keyOf(facet, value) as 'search:label', { defaultValue: value }), language)
  }
}

/** Words that stand inside a sentence elsewhere begin a line here. */
function capital(name: string, language: string): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

function keyOf(facet: FacetName, value: string): string {
  if (facet === 'state') return `modules:states.${value}`
  if (facet === 'level') return `modules:levels.${value}`
  if (facet === 'modality') return `modules:modalities.${value}`
  return `search:values.${facet}.${value}`
}

/** An address may hold any tag, also one that is none. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
