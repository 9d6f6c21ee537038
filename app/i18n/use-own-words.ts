import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { OwnWords } from './fr/index.ts'
import { withFrenchSpaces } from './french-spaces.ts'
import type { Language } from './languages.ts'

/**
 * Words that only one page needs: they travel with it, in both languages, and not with every page.
 * Asked before any of them is.
 */
export function useOwnWords(area: keyof OwnWords, words: Record<Language, object>): void {
  addOwnWords(useTranslation().i18n, area, words)
}

/** The same for whoever is no page: once what needs them was fetched with them. */
export function addOwnWords(
  i18n: i18n,
  area: keyof OwnWords,
  words: Record<Language, object>,
): void {
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const spoken = language === 'fr' ? withFrenchSpaces(words.fr) : words.en
  if (!i18n.hasResourceBundle(language, area)) i18n.addResourceBundle(language, area, spoken)
}
