import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import styles from './sharing.module.css'

type Props = {
  title: string
  /** Where it can be played for a while; `null` until somebody asks. */
  url: string | null
  /** The address of the page that asks. */
  ask: string
}

/** The module as a learner would see it, once asked for: making it ready takes a moment. */
export function EditionPreview({ title, url, ask }: Props) {
  const { t } = useTranslation('sharing')
  return (
    <section className="card" aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      {url ? (
        <iframe className={styles.player} src={url} title={t('previewOf', { title })} />
      ) : (
        <p>
          <Link to={ask} className="button" reloadDocument rel="nofollow">
            {t('openPreview')}
          </Link>
        </p>
      )}
    </section>
  )
}
