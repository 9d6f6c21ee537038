import { useTranslation } from 'react-i18next'
import type { TrialDecision, TrialState } from '#app/db/schema/bank/index.ts'
import { Badge } from '../badge.tsx'

const tones = {
  planned: 'neutral',
  recruiting: 'neutral',
  running: 'accent',
  analysing: 'warn',
  cancelled: 'neutral',
} as const

const decidedTones = { pass: 'ok', 'fix-and-retest': 'warn', stop: 'danger' } as const

/** Where a session stands, or what was decided of it. */
export function TrialBadge(props: { state: TrialState; decision: TrialDecision | null }) {
  const { state, decision } = props
  const { t } = useTranslation('trials')
  if (decision) return <Badge tone={decidedTones[decision]}>{t(`decided.${decision}`)}</Badge>
  if (state === 'decided') return null
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
}
