import { useTranslation } from 'react-i18next'
import styles from './notice.module.css'

type Tone = 'danger' | 'warn' | 'ok' | 'info'

export function Notice({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      {children}
    </div>
  )
}

export type RefusalData = { refusal: { code: string; params: Record<string, unknown> } }

/** Why something was refused, in the reader's language; nothing when it was not. */
export function Refusal({ data }: { data: unknown }) {
  const sentence = useRefusal()
  return isRefusal(data) ? <Notice tone="danger">{sentence(data.refusal)}</Notice> : null
}

export function useRefusal() {
  const { t } = useTranslation('errors')
  return ({ code, params }: RefusalData['refusal']) => t(code as 'page.not-found', params)
}

export function isRefusal(data: unknown): data is RefusalData {
  return typeof data === 'object' && data !== null && 'refusal' in data
}
