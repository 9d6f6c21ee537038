import { useTranslation } from 'react-i18next'
import type { TrialKind } from '#app/db/schema/bank/index.ts'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Select, TextField } from '../field.tsx'

type Props = {
  protocols: { id: string; name: string; kind: TrialKind; changedAt: number | null }[]
  members: { id: string; name: string }[]
  /** Who plans it. */
  personId: string
  trials: { id: string; day: string }[]
  /** The session that is to be looked at again. */
  asked: string
}

export function PlanForm({ protocols, members, personId, trials, asked }: Props) {
  const { t } = useTranslation('trials')
  const { day } = useFormat()
  return (
    <section className="card" aria-labelledby="plan">
      <h2 id="plan">{t('plan.heading')}</h2>
      <p className="soft">{t('plan.lead')}</p>
      <Form method="post" className="stack">
        <Select label={t('plan.protocol')} name="protocolId">
          {protocols.map(({ id, name, changedAt }) => (
            <option key={id} value={id}>
              {changedAt === null ? t('plan.shipped', { name }) : name}
            </option>
          ))}
        </Select>
        <TextField label={t('plan.day')} name="day" type="date" required />
        <TextField label={t('plan.place')} name="place" maxLength={200} />
        <Select label={t('plan.facilitator')} name="facilitatorId" defaultValue={personId}>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {trials.length > 0 && (
          <Select label={t('plan.retestOf')} name="retestOf" defaultValue={asked}>
            <option value="">{t('plan.first')}</option>
            {trials.map((trial) => (
              <option key={trial.id} value={trial.id}>
                {t('plan.session', { day: day(trial.day) })}
              </option>
            ))}
          </Select>
        )}
        <p>
          <button type="submit">{t('plan.button')}</button>
        </p>
      </Form>
    </section>
  )
}
