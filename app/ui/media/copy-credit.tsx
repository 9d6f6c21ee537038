import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import rightsEn from '#app/i18n/en/rights.json'
import rightsFr from '#app/i18n/fr/rights.json'
import { languages } from '#app/i18n/languages.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { creditOf, htmlCredit, plainCredit } from '#content-schema/rights/credit.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { Select } from '../field.tsx'
import { useInBrowser } from '../use-in-browser.ts'
import styles from './media.module.css'

/** The credit of a file as packages give it, in both languages, to be taken along. */
export function CopyCredit({ rights }: { rights: RightsRecord }) {
  useOwnWords('rights', { fr: rightsFr, en: rightsEn })
  const { t, i18n } = useTranslation('rights')
  const [language, setLanguage] = useState<'fr' | 'en'>(i18n.language === 'en' ? 'en' : 'fr')
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null)
  const inBrowser = useInBrowser()
  const parts = creditOf(rights, language)
  const copyIt = () =>
    copy(plainCredit(parts, language), htmlCredit(parts)).then(
      () => setSaid('copied'),
      () => setSaid('failed'),
    )
  return (
    <div className={styles.credit}>
      <p lang={language}>{plainCredit(parts, language)}</p>
      {inBrowser && (
        <div className="row">
          <Select
            label={t('credit.language')}
            name="creditLanguage"
            value={language}
            onChange={({ target }) => {
              setLanguage(target.value === 'en' ? 'en' : 'fr')
              setSaid(null)
            }}
          >
            {languages.map((each) => (
              <option key={each} value={each}>
                {each === 'fr' ? 'Français' : 'English'}
              </option>
            ))}
          </Select>
          <button type="button" className="quiet" onClick={() => void copyIt()}>
            {t('credit.copy')}
          </button>
          <span role="status">{said && t(`credit.${said}`)}</span>
        </div>
      )}
    </div>
  )
}

/** With its links for what takes them; without them for the rest. */
async function copy(plain: string, html: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(plain)
  const types = { 'text/plain': plain, 'text/html': html }
  const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}
