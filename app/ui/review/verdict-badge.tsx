import { useTranslation } from 'react-i18next'
import type { VerdictValue } from '#app/db/schema/bank/index.ts'
import { Badge } from '../badge.tsx'

type Props = { value: VerdictValue | null; holds: boolean }

/** What an expert signed, and whether it still holds for what is written now. */
export function VerdictBadge({ value, holds }: Props) {
  const { t } = useTranslation('review')
  if (!value) return <Badge tone="accent">{t('verdicts.waiting')}</Badge>
  if (value === 'abstained') return <Badge tone="neutral">{t('verdicts.abstained')}</Badge>
  if (value === 'changes-asked') return <Badge tone="warn">{t('verdicts.changes-asked')}</Badge>
  return holds ? (
    <Badge tone="ok">{t('verdicts.approved')}</Badge>
  ) : (
    <Badge tone="neutral">{t('verdicts.outdated')}</Badge>
  )
}
