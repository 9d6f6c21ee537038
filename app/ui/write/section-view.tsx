import { useEffect, useId, useState } from 'react'
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
  const id = useId()
  const [html, setHtml] = useState('')
  useEffect(() => {
    let wanted = true
    const shown = (made: string) => wanted && setHtml(apart(made, id))
    void htmlOf(document, language).then(shown)
    return () => {
      wanted = false
    }
  }, [document, language, id])
  return (
    <OwnHtml className={`module-content ${reviewed.document} ${styles.version}`} html={html} />
  )
}

/**
 * Two versions stand side by side: with the same names their choices would be one group, of which a
 * browser lets only one be chosen. They are to be read, so nothing else asks for the names.
 */
function apart(html: string, id: string): string {
  return html.replace(/(<input\b[^>]*?\bname=")/g, `$1${id}`)
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
