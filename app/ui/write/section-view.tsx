import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { OwnHtml } from '../own-html.tsx'
import reviewed from '../review/reviewed-content.module.css'
import styles from './write.module.css'

/**
 * A document as it reads, answers shown, not to be written in. What draws it comes when it is
 * wanted: it reads formulas and colours code, and an editor that opens must not wait for that.
 */
export function SectionView({ document }: { document: StoredDocument }) {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const [html, setHtml] = useState('')
  useEffect(() => {
    let wanted = true
    void htmlOf(document, language).then((made) => wanted && setHtml(made))
    return () => {
      wanted = false
    }
  }, [document, language])
  return (
    <OwnHtml className={`module-content ${reviewed.document} ${styles.version}`} html={html} />
  )
}

async function htmlOf(document: StoredDocument, language: 'fr' | 'en'): Promise<string> {
  const { renderModule } = await import('#packaging/render/render-module.ts')
  return renderModule(readDocument(document), {
    language,
    contentLanguage: language,
    answers: true,
    asset: shown,
  })
}

/** A stored file to be looked at; what else is known of it stays on the server. */
function shown(digest: string) {
  const unknown = { mediaType: '', bytes: 0, width: null, height: null }
  return { url: `/files/${digest}`, ...unknown }
}
