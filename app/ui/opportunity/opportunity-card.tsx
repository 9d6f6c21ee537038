import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import opportunityEn from '#app/i18n/en/opportunity.json'
import opportunityFr from '#app/i18n/fr/opportunity.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { DecisionView } from '#app/services/opportunity/read-opportunity.server.ts'
import { DecisionBadges, DecisionSaid } from './decision-said.tsx'

type Props = {
  moduleId: string
  isWritten: boolean
  decision: DecisionView | null
  mayWrite: boolean
}

/** Why a module is made, in a line, and where it is written. */
export function OpportunityCard({ moduleId, isWritten, decision, mayWrite }: Props) {
  useOwnWords('opportunity', { fr: opportunityFr, en: opportunityEn })
  const { t } = useTranslation('opportunity')
  const isFirst = mayWrite && !isWritten && !decision
  return (
    <section className="card" aria-labelledby="opportunity">
      <div className="row">
        <h2 id="opportunity">{t('title')}</h2>
        <DecisionBadges isWritten={isWritten} decision={decision} />
        <Link to={`/modules/${moduleId}/opportunity`}>{t(isFirst ? 'write' : 'open')}</Link>
      </div>
      {decision?.value === 'no-go' && <DecisionSaid decision={decision} />}
    </section>
  )
}
