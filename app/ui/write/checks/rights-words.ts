import en from '#app/i18n/en/rights-findings.json'
import fr from '#app/i18n/fr/rights-findings.json'

/** What findings about rights say: only fetched with what finds them. */
export const rightsWords = { fr, en }
