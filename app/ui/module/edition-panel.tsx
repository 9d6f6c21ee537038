import { useTranslation } from 'react-i18next'
import type { KeptWaiver } from '#app/db/schema/bank/index.ts'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { KeptWaivers } from '../gates/kept-waivers.tsx'
import styles from './panels.module.css'

type EditionRow = {
  number: string
  note: string
  publishedAt: number
  waivers: KeptWaiver[]
}

/**
 * What was published, the latest first.
 *
 * @param base address of the module
 */
export function EditionPanel({ base, editions }: { base: string; editions: EditionRow[] }) {
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
            <Link to={`${base}/evidence/${edition.number}`}>{t('evidence')}</Link>
            <KeptWaivers waivers={edition.waivers} />
          </li>
        ))}
      </ul>
    </section>
  )
}
