import referentialsEn from '#app/i18n/en/referentials.json'
import referentialsFr from '#app/i18n/fr/referentials.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'

/** Words of the pages that bring frameworks in, read them and compare them. */
export function useCompetencyWords(): void {
  useOwnWords('referentials', { fr: referentialsFr, en: referentialsEn })
}
