import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Processing } from '#app/services/processing-register/processing.ts'
import styles from './processing.module.css'

const parts = ['purpose', 'people', 'data', 'retention', 'readers'] as const

/** One line of the register: why, of whom, what, how long, who sees it, and how much there is now. */
export function ProcessingCard({ processing }: { processing: Processing }) {
  const { t } = useTranslation('processing')
  const { instant } = useFormat()
  const { code, counts, oldestAt } = processing
  return (
    <section className={`card ${styles.processing}`} aria-labelledby={code}>
      <h2 id={code}>{t(`lines.${code}.title`)}</h2>
      <dl className={styles.facts}>
        {parts.map((part) => (
          <div key={part} className={styles.fact}>
            <dt>{t(`parts.${part}`)}</dt>
            <dd>{t(`lines.${code}.${part}`)}</dd>
          </div>
        ))}
        <div className={styles.fact}>
          <dt>{t('parts.basis')}</dt>
          <dd>{t('toWrite')}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('parts.stored')}</dt>
          <dd>
            {Object.entries(counts)
              .map(([what, count]) => t(`counts.${what as 'members'}`, { count }))
              .join(', ')}
            {'.'}
            {oldestAt !== null && ` ${t('oldest', { when: instant(oldestAt) })}`}
          </dd>
        </div>
      </dl>
    </section>
  )
}
