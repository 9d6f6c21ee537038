import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { DecisionView } from '#app/services/opportunity/read-opportunity.server.ts'
import { Badge } from '../badge.tsx'

const tones = { none: 'neutral', undecided: 'accent', go: 'ok', 'no-go': 'warn' } as const

type Props = { isWritten: boolean; decision: DecisionView | null }

/** Where an opportunity stands, and whether it was decided on what it says now. */
export function DecisionBadges({ isWritten, decision }: Props) {
  const { t } = useTranslation('opportunity')
  const state = decision?.value ?? (isWritten ? 'undecided' : 'none')
  return (
    <>
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      {decision?.isOnEarlierText && <Badge tone="warn">{t('earlier')}</Badge>}
    </>
  )
}

/** Who decided, when and why. */
export function DecisionSaid({ decision: { by, at, reason } }: { decision: DecisionView }) {
  const { t } = useTranslation('opportunity')
  const { instant } = useFormat()
  return <p>{t('said', { name: by, date: instant(at), reason })}</p>
}
