import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import styles from './notice.module.css'

type Tone = 'danger' | 'warn' | 'ok' | 'info'

type NoticeProps = {
  tone: Tone
  children: React.ReactNode
  /** What it answers: each new one brings the notice into view. */
  answers?: unknown
}

/** What was done is said once the page shows it; why something was refused, at once. */
export function Notice({ tone, children, answers }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  const { state } = useNavigation()
  const waits = tone === 'ok' && answers !== undefined && state === 'loading'
  useEffect(() => {
    if (answers !== undefined && !waits) box.current?.scrollIntoView({ block: 'nearest' })
  }, [answers, waits])
  if (waits) return null
  return (
    <div
      ref={box}
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
  if (!isRefusal(data)) return null
  return (
    <Notice tone="danger" answers={data}>
      {sentence(data.refusal)}
    </Notice>
  )
}

export function useRefusal() {
  const { t } = useTranslation('errors')
  const { day } = useFormat()
  return ({ code, params }: RefusalData['refusal']) => {
    const written = Object.entries(params).map(([name, value]) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? [name, day(String(value))] : [name, value],
    )
    return t(code as 'page.not-found', Object.fromEntries(written))
  }
}

export function isRefusal(data: unknown): data is RefusalData {
  return typeof data === 'object' && data !== null && 'refusal' in data
}
