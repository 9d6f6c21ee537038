import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { renderModule } from '#packaging/render/render-module.ts'
import { OwnHtml } from '../own-html.tsx'
import reviewed from '../review/reviewed-content.module.css'
import styles from './write.module.css'

/** A document as it reads, answers shown, not to be written in. */
export function SectionView({ document }: { document: StoredDocument }) {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const html = useMemo(
    () =>
      renderModule(readDocument(document), {
        language,
        contentLanguage: language,
        answers: true,
        asset: shown,
      }),
    [document, language],
  )
  return (
    <OwnHtml className={`module-content ${reviewed.document} ${styles.version}`} html={html} />
  )
}

/** A stored file to be looked at; what else is known of it stays on the server. */
function shown(digest: string) {
  const unknown = { mediaType: '', bytes: 0, width: null, height: null }
  return { url: `/files/${digest}`, ...unknown }
}
