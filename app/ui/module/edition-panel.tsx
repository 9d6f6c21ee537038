import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import styles from './panels.module.css'

type EditionRow = { number: string; note: string; publishedAt: number }

/** What was published, the latest first. */
export function EditionPanel({ editions }: { editions: EditionRow[] }) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  return (
    <section className="card" aria-labelledby="editions">
      <h2 id="editions">{t('editions')}</h2>
      {editions.length === 0 && <p className="soft">{t('noEdition')}</p>}
      <ul className={styles.rows}>
        {editions.map((edition) => (
          <li key={edition.number}>
            <strong>{t('edition', { number: edition.number })}</strong>
            <span className="soft">{instant(edition.publishedAt)}</span>
            <span>{edition.note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
