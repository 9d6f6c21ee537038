import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import opportunityEn from '#app/i18n/en/opportunity.json'
import opportunityFr from '#app/i18n/fr/opportunity.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { DecisionView } from '#app/services/opportunity/read-opportunity.server.ts'
import { Notice } from '../notice.tsx'

type Props = { moduleId: string; decision: DecisionView | null }

/** That a module was not to be made: whoever publishes it is told, and may. */
export function StoppedNotice({ moduleId, decision }: Props) {
  useOwnWords('opportunity', { fr: opportunityFr, en: opportunityEn })
  const { t } = useTranslation('opportunity')
  const { instant } = useFormat()
  if (decision?.value !== 'no-go') return null
  const { by: name, at, reason, isOnEarlierText } = decision
  return (
    <Notice tone="info">
      {t('stopped', { name, date: instant(at), reason })}
      {isOnEarlierText && ` (${t('earlier')})`}{' '}
      <Link to={`/modules/${moduleId}/opportunity`}>{t('open')}</Link>
    </Notice>
  )
}
