import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Told } from '#app/services/trials/read-told.server.ts'
import type { ParticipantView } from '#app/services/trials/read-trial.server.ts'
import type { TrialTask } from '#content-schema/trials/trial-words.ts'
import { ScrollAcross } from '../scroll-across.tsx'

type Props = {
  participants: ParticipantView[]
  /** By participant. */
  told: Record<string, Told>
  /** What the module announces. */
  minutes: number
  tasks: TrialTask[]
}

/** Participants and tasks; the time of each against what the module announces. */
export function ResultsTable({ participants, told, minutes, tasks }: Props) {
  const { t } = useTranslation('trials')
  const { number } = useFormat()
  const time = ({ id, consents }: ParticipantView) =>
    consents.includes('traces')
      ? t('analyse.minutes', { minutes: number((told[id]?.activeMs ?? 0) / 60_000, 1) })
      : t('analyse.notTraced')
  return (
    <section className="card" aria-labelledby="matrix">
      <h2 id="matrix">{t('analyse.matrix')}</h2>
      <ScrollAcross what={t('analyse.matrix')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('run.participant')}</th>
              {tasks.map(({ id, text }) => (
                <th key={id} scope="col">
                  {text}
                </th>
              ))}
              <th scope="col">
                {t('analyse.time')} ({t('analyse.announced', { minutes })})
              </th>
              <th scope="col">{t('run.answers')}</th>
            </tr>
          </thead>
          <tbody>
            {participants.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {each.code} <span className="soft">{each.profile}</span>
                </th>
                {tasks.map(({ id }) => (
                  <td key={id}>{t(`results.${each.results[id] ?? 'none'}`)}</td>
                ))}
                <td>{time(each)}</td>
                <td>{t('run.rightOf', { ...told[each.id]?.answers })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </section>
  )
}
