import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { Archivable } from '#app/services/archive/list-archivable.server.ts'
import styles from './archive.module.css'

type ExportCardProps = { modules: Archivable[]; busy: boolean }

/** Which modules go into an archive. */
export function ExportCard({ modules, busy }: ExportCardProps) {
  const { t } = useTranslation('archive')
  return (
    <Form method="post" className="card stack">
      <h2>{t('export.title')}</h2>
      <p>{t('export.lead')}</p>
      <label className="row">
        <input type="radio" name="which" value="all" defaultChecked />
        {t('export.all', { count: modules.length })}
      </label>
      <label className="row">
        <input type="radio" name="which" value="chosen" />
        {t('export.chosen')}
      </label>
      <details>
        <summary>{t('export.choose')}</summary>
        <fieldset className={styles.modules}>
          <legend>{t('export.modules')}</legend>
          {modules.map(({ id, code, title }) => (
            <label key={id} className="row">
              <input type="checkbox" name="modules[]" value={id} />
              <span>
                {title} <code>{code}</code>
              </span>
            </label>
          ))}
        </fieldset>
      </details>
      <button type="submit" disabled={busy}>
        {t('export.button')}
      </button>
    </Form>
  )
}
