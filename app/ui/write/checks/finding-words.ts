import reuseEn from '#app/i18n/en/reuse-findings.json'
import rightsEn from '#app/i18n/en/rights-findings.json'
import reuseFr from '#app/i18n/fr/reuse-findings.json'
import rightsFr from '#app/i18n/fr/rights-findings.json'

/** What findings about rights and about what is reused say: only fetched with what finds them. */
export const rightsWords = { fr: rightsFr, en: rightsEn }
export const reuseWords = { fr: reuseFr, en: reuseEn }
