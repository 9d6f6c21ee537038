import exportsEn from '#app/i18n/en/exports.json'
import exportsFr from '#app/i18n/fr/exports.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'

/** Words of packages and their formats: asked by each page that names one. */
export function useExportWords(): void {
  useOwnWords('exports', { fr: exportsFr, en: exportsEn })
}
