import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#app/framework.ts'
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

/** With its sentence where the server refused; a page that does so by itself gives what is in it. */
export type SaidRefusal = { code: string; sentence?: string; params?: Record<string, unknown> }
export type RefusalData = { refusal: SaidRefusal }

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
  return ({ code, sentence, params }: SaidRefusal): string =>
    sentence ?? t(code as 'server.failed', { ...params })
}

export function isRefusal(data: unknown): data is RefusalData {
  return typeof data === 'object' && data !== null && 'refusal' in data
}
