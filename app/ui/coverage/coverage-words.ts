import coverageEn from '#app/i18n/en/coverage.json'
import coverageFr from '#app/i18n/fr/coverage.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'

/** Words of what is said of frameworks beside their list: asked by each page that needs them. */
export function useCoverageWords(): void {
  useOwnWords('coverage', { fr: coverageFr, en: coverageEn })
}
