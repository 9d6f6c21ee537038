import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { ParticipantView } from '#app/services/trials/read-trial.server.ts'
import { Badge } from '../badge.tsx'
import { ScrollAcross } from '../scroll-across.tsx'

type Props = { participants: ParticipantView[]; mayRun: boolean }

/** Who takes part, how far they are, and what they agreed to. */
export function ParticipantTable({ participants, mayRun }: Props) {
  const { t } = useTranslation('trials')
  const known = participants.some(({ name, email }) => name !== '' || email !== '')
  return (
    <section className="card" aria-labelledby="participants">
      <h2 id="participants">{t('prepare.participants')}</h2>
      {participants.length === 0 && <p>{t('prepare.none')}</p>}
      {participants.length > 0 && (
        <ScrollAcross what={t('prepare.participants')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('prepare.code')}</th>
                <th scope="col">{t('prepare.profile')}</th>
                <th scope="col">{t('prepare.state')}</th>
                <th scope="col">{t('prepare.consents')}</th>
              </tr>
            </thead>
            <tbody>
              {participants.map((each) => (
                <Row key={each.id} participant={each} mayRun={mayRun} />
              ))}
            </tbody>
          </table>
        </ScrollAcross>
      )}
      {known && mayRun && (
        <Form method="post" action="?index">
          <p className="soft">{t('prepare.forgetLead')}</p>
          <button type="submit" name="intent" value="forget" className="quiet">
            {t('prepare.forget')}
          </button>
        </Form>
      )}
    </section>
  )
}

function Row({ participant, mayRun }: { participant: ParticipantView; mayRun: boolean }) {
  const { t } = useTranslation('trials')
  const { id, code, profile, name, email, consents, withdrew } = participant
  return (
    <tr>
      <th scope="row">
        {code}
        {(name || email) && <span className="soft"> {name || email}</span>}
      </th>
      <td>{profile}</td>
      <td>
        {t(`prepare.${stepOf(participant)}`)}
        {mayRun && (
          <Form method="post" action="?index" className="row">
            <input type="hidden" name="participantId" value={id} />
            <input type="hidden" name="code" value={code} />
            <button type="submit" name="intent" value="link" className="quiet">
              {t('prepare.newLink')}
            </button>
            <button type="submit" name="intent" value="revoke" className="quiet">
              {t('prepare.revoke')}
            </button>
          </Form>
        )}
      </td>
      <td>
        {consents.map((scope) => t(`scopes.${scope}`)).join(', ')}{' '}
        {withdrew && <Badge tone="warn">{t('prepare.withdrew')}</Badge>}
      </td>
    </tr>
  )
}

function stepOf({ sus, own, finishedAt, startedAt }: ParticipantView) {
  if (sus !== null || Object.keys(own).length > 0) return 'answered'
  if (finishedAt !== null) return 'finished'
  return startedAt === null ? 'invited' : 'began'
}
