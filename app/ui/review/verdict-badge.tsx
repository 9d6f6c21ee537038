import { useTranslation } from 'react-i18next'
import { Badge } from '../badge.tsx'

type Props = { verdict: { value: 'approved' | 'changes-asked' } | null; holds: boolean }

/** What an expert signed, and whether it still holds for what is written now. */
export function VerdictBadge({ verdict, holds }: Props) {
  const { t } = useTranslation('review')
  if (!verdict) return <Badge tone="accent">{t('verdicts.waiting')}</Badge>
  if (verdict.value === 'changes-asked')
    return <Badge tone="warn">{t('verdicts.changes-asked')}</Badge>
  return holds ? (
    <Badge tone="ok">{t('verdicts.approved')}</Badge>
  ) : (
    <Badge tone="neutral">{t('verdicts.outdated')}</Badge>
  )
}
