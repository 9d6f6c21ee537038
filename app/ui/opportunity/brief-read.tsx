import { useTranslation } from 'react-i18next'
import type { OpportunityText } from '#app/services/opportunity/read-opportunity.server.ts'
import styles from './opportunity.module.css'

/** The same for whoever does not write it. */
export function BriefRead({ need, voices, words }: OpportunityText) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      <p className={styles.text}>{need || t('none')}</p>
      <h3>{t('voices')}</h3>
      {voices.length === 0 && <p className="soft">{t('noVoice')}</p>}
      <div className={styles.quotes}>
        {voices.map(({ kind, quote, source }) => (
          <figure key={`${kind} ${quote} ${source}`}>
            <blockquote className={styles.text}>{quote}</blockquote>
            <figcaption className="soft">
              {t(`kinds.${kind}`)} · {source || t('noSource')}
            </figcaption>
          </figure>
        ))}
      </div>
      {words && (
        <>
          <h3>{t('words')}</h3>
          <p className={styles.text}>{words}</p>
        </>
      )}
    </>
  )
}
