import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '#packaging/identity/identity.ts'
import styles from './identity.module.css'

/** So long after the last change a module is made: while somebody types, none is. */
const quiet = 600

type Props = {
  identity: Identity
  /** Whether its colours can be read. */
  sound: boolean
}

/** A short module with this identity, in the real player. */
export function IdentityPreview({ identity, sound }: Props) {
  const { t, i18n } = useTranslation('identity')
  const [url, setUrl] = useState<string | null>(null)
  const wanted = JSON.stringify({ identity, language: i18n.language === 'en' ? 'en' : 'fr' })
  useEffect(() => {
    if (!sound) return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      void open(wanted, asked.signal).then((found) => found && setUrl(found))
    }, quiet)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [wanted, sound])
  return (
    <section className={styles.preview} aria-labelledby="identity-preview">
      <h2 id="identity-preview">{t('preview')}</h2>
      {url ? (
        <iframe className={styles.frame} src={url} title={t('preview')} />
      ) : (
        <p role="status">{t('previewLoading')}</p>
      )}
    </section>
  )
}

/** What is not finished being written is not shown: the last that could be stays. */
async function open(body: string, signal: AbortSignal): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body, signal }
    const response = await fetch('/organisation/identity/preview', init)
    return response.ok ? ((await response.json()) as { url: string }).url : null
  } catch {
    return null
  }
}
