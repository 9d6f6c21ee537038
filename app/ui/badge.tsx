import { useTranslation } from 'react-i18next'
import styles from './badge.module.css'

type Tone = 'neutral' | 'warn' | 'ok' | 'danger' | 'accent'

export function Badge({
  tone = 'neutral',
  children,
}: {
  tone?: Tone
  children: React.ReactNode
}) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>
}

const tones = {
  drafting: 'neutral',
  'under-review': 'accent',
  'changes-asked': 'warn',
  approved: 'ok',
  published: 'ok',
  redrafted: 'neutral',
} as const

export type StateName = keyof typeof tones

/** Where a module stands in its life. */
export function StateBadge({ state }: { state: StateName }) {
  const { t } = useTranslation('modules')
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
}

/** That a guarantee is near its end, or past it; nothing while all hold. */
export function GuaranteeMark({ mark }: { mark: 'ending' | 'ended' | null }) {
  const { t } = useTranslation('modules')
  if (mark === null) return null
  return (
    <Badge tone={mark === 'ended' ? 'danger' : 'warn'}>{t(`guarantee.marks.${mark}`)}</Badge>
  )
}
