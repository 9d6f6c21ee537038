import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { TrialPlace } from '#app/services/trials/places.server.ts'
import type {
  SaidView,
  SeenView,
  TrialFindingView,
} from '#app/services/trials/read-trial.server.ts'
import { severities } from '#content-schema/trials/trial-words.ts'
import { Select, TextField } from '../field.tsx'
import type { Person } from './live.ts'
import styles from './trials.module.css'

type Props = {
  observations: SeenView[]
  remarks: SaidView[]
  findings: TrialFindingView[]
  participants: Person[]
  places: TrialPlace[]
}

/** Everything that was noted or said, to be ticked and put into findings. */
export function Wall({ observations, remarks, findings, participants, places }: Props) {
  const { t } = useTranslation('trials')
  const [into, setInto] = useState('')
  const filed = [...observations, ...remarks].filter(({ findingId }) => findingId).length
  const rows = [
    ...observations.map((each) => ({
      ...{ ...each, name: 'observations[]', drag: 'o', words: each.text },
      label: t(`observations.${each.kind}`),
    })),
    ...remarks.map((each) => ({
      ...{ ...each, name: 'remarks[]', drag: 'r', words: each.body },
      label: t('analyse.remark'),
    })),
  ].sort((a, b) => a.at - b.at)
  return (
    <section className="card" aria-labelledby="wall">
      <h2 id="wall">{t('analyse.wall')}</h2>
      {rows.length === 0 && <p>{t('analyse.empty')}</p>}
      {rows.length > 0 && (
        <Form method="post" className="stack" preventScrollReset key={filed}>
          <p className="soft">{t('analyse.wallLead')}</p>
          <input type="hidden" name="intent" value="put" />
          <ul className={styles.wall}>
            {rows.map(({ id, name, drag, label, words, participantId, nodeId, findingId }) => (
              <li
                key={id}
                draggable
                onDragStart={({ dataTransfer }) =>
                  dataTransfer.setData('text', `${drag} ${id}`)
                }
              >
                <label>
                  <input type="checkbox" name={name} value={id} /> <strong>{label}</strong>{' '}
                  {participants.find((each) => each.id === participantId)?.code}
                  {words && ` · ${words}`}
                </label>
                <div className="soft">
                  {places.find((each) => each.id === nodeId)?.text}{' '}
                  {findingId &&
                    t('analyse.filed', {
                      title: findings.find((each) => each.id === findingId)?.title,
                    })}
                </div>
              </li>
            ))}
          </ul>
          <Select
            label={t('analyse.into')}
            name="findingId"
            value={into}
            onChange={({ target }) => setInto(target.value)}
          >
            <option value="">{t('analyse.newFinding')}</option>
            {findings.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          {into === '' && (
            <>
              <TextField label={t('analyse.title')} name="title" required maxLength={200} />
              <SeveritySelect chosen={2} />
            </>
          )}
          <p>
            <button type="submit">{t('analyse.put')}</button>
          </p>
        </Form>
      )}
    </section>
  )
}

export function SeveritySelect({ chosen }: { chosen: number }) {
  const { t } = useTranslation('trials')
  return (
    <Select label={t('analyse.severity')} name="severity" defaultValue={String(chosen)}>
      {severities.map((each) => (
        <option key={each} value={each}>
          {t(`severities.${each}`)}
        </option>
      ))}
    </Select>
  )
}
