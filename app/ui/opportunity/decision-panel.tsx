import { useTranslation } from 'react-i18next'
import type { Role } from '#app/db/schema/bank/index.ts'
import { Form } from '#app/framework.ts'
import type { DecisionView } from '#app/services/opportunity/read-opportunity.server.ts'
import { TextArea } from '../field.tsx'
import { DecisionBadges, DecisionSaid } from './decision-said.tsx'

type Props = {
  need: string
  /** Of the brief as this page shows it. */
  digest: string
  decision: DecisionView | null
  mayDecide: boolean
  deciders: Role[]
}

/** What was decided, and the form of a decision for whoever may. Give it another `key` once decided. */
export function DecisionPanel({ need, digest, decision, mayDecide, deciders }: Props) {
  const { t } = useTranslation(['opportunity', 'common'])
  return (
    <section className="card stack" aria-labelledby="decision">
      <h2 id="decision">{t('decision')}</h2>
      {decision ? (
        <>
          <p className="row">
            <DecisionBadges isWritten decision={decision} />
          </p>
          <DecisionSaid decision={decision} />
          {decision.isOnEarlierText && <p>{t('earlierLead')}</p>}
        </>
      ) : (
        <p className="soft">{t('undecided')}</p>
      )}
      {mayDecide && need === '' && <p>{t('needFirst')}</p>}
      {mayDecide && need !== '' && <Decide digest={digest} again={decision !== null} />}
      {!mayDecide && (
        <p className="soft">
          {t('decidedBy', {
            roles: deciders.map((role) => t(`common:roles.${role}`)).join(', '),
          })}
        </p>
      )}
    </section>
  )
}

function Decide({ digest, again }: { digest: string; again: boolean }) {
  const { t } = useTranslation('opportunity')
  return (
    <>
      {again && <h3>{t('decideAgain')}</h3>}
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="digest" value={digest} />
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          name="reason"
          rows={3}
          maxLength={2000}
          required
        />
        <p className="row">
          <button type="submit" name="decision" value="go">
            {t('decide.go')}
          </button>
          <button type="submit" name="decision" value="no-go" className="quiet">
            {t('decide.no-go')}
          </button>
        </p>
      </Form>
    </>
  )
}
