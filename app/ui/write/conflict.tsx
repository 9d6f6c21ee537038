import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { renderModule } from '#packaging/render/render-module.ts'
import { OwnHtml } from '../own-html.tsx'
import type { SavedElsewhere } from './send.ts'
import styles from './write.module.css'

type Props = {
  mine: StoredDocument
  theirs: SavedElsewhere
  onKeepMine: () => void
  onKeepTheirs: () => void
}

/** Two versions of a module that was written in two places, side by side, for a person to choose. */
export function Conflict({ mine, theirs, onKeepMine, onKeepTheirs }: Props) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  return (
    <section className={styles.conflict} role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t('write.conflict', { date: instant(theirs.savedAt) })}</h2>
      <p>{t('write.conflictLead')}</p>
      <div className={styles.both}>
        <Version title={t('write.mine')} document={mine}>
          <button type="button" onClick={onKeepMine}>
            {t('write.keepMine')}
          </button>
        </Version>
        <Version title={t('write.theirs')} document={theirs.document}>
          <button type="button" onClick={onKeepTheirs}>
            {t('write.keepTheirs')}
          </button>
        </Version>
      </div>
    </section>
  )
}

type VersionProps = { title: string; document: StoredDocument; children: React.ReactNode }

function Version({ title, document, children }: VersionProps) {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const html = useMemo(
    () =>
      renderModule(readDocument(document), {
        language,
        contentLanguage: language,
        answers: true,
        asset: () => null,
      }),
    [document, language],
  )
  return (
    <section className="card" aria-label={title}>
      <h3>{title}</h3>
      {children}
      <OwnHtml className={styles.version} html={html} />
    </section>
  )
}
