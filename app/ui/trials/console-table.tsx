import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialPlace } from '#app/services/trials/places.server.ts'
import {
  type TaskResult,
  type TrialTask,
  taskResults,
} from '#content-schema/trials/trial-words.ts'
import { Refusal } from '../notice.tsx'
import { ScrollAcross } from '../scroll-across.tsx'
import type { Live, LiveParticipant, Person } from './live.ts'
import styles from './trials.module.css'
import { clock } from './use-now.ts'
import { post } from './use-observations.ts'

type Props = {
  trialId: string
  live: Live | null
  people: Person[]
  places: TrialPlace[]
  tasks: TrialTask[]
  now: number
}

/** Where each participant is, and how they get on with each task. */
export function ConsoleTable({ trialId, live, people, places, tasks, now }: Props) {
  const { t } = useTranslation('trials')
  const [refused, setRefused] = useState<unknown>(null)
  const judge = async (participantId: string, taskId: string, result: TaskResult) => {
    const answer = await post(trialId, { participantId, taskId, result })
    setRefused(answer?.refusal ? answer : null)
  }
  return (
    <section className="card" aria-labelledby="console">
      <h2 id="console">{t('run.heading')}</h2>
      <Refusal data={refused} />
      <ScrollAcross what={t('run.heading')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('run.participant')}</th>
              <th scope="col">{t('prepare.state')}</th>
              <th scope="col">{t('run.onScreen')}</th>
              <th scope="col">{t('run.time')}</th>
              <th scope="col">{t('run.answers')}</th>
              {tasks.map(({ id, text }) => (
                <th key={id} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, code }) => {
              const here = live?.participants.find((each) => each.id === id)
              return (
                <tr key={id}>
                  <th scope="row">{code}</th>
                  <Where at={here} places={places} now={now} />
                  {tasks.map((task) => (
                    <td key={task.id}>
                      <select
                        aria-label={`${code}, ${task.text}`}
                        value={here?.results[task.id] ?? ''}
                        disabled={!here?.consents.includes('notes')}
                        onChange={({ target }) =>
                          void judge(id, task.id, target.value as TaskResult)
                        }
                      >
                        <option value="" disabled>
                          {t('results.none')}
                        </option>
                        {taskResults.map((result) => (
                          <option key={result} value={result}>
                            {t(`results.${result}`)}
                          </option>
                        ))}
                      </select>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollAcross>
    </section>
  )
}

type WhereProps = { at: LiveParticipant | undefined; places: TrialPlace[]; now: number }

function Where({ at, places, now }: WhereProps) {
  const { t } = useTranslation('trials')
  const page = places.find(({ id }) => id === at?.sectionId)
  const element = places.find(({ id }) => id === at?.nodeId && id !== at?.sectionId)
  const began = at?.startedAt ?? null
  const step = at?.finishedAt ? 'finished' : began === null ? 'invited' : 'began'
  return (
    <>
      <td>{t(`prepare.${step}`)}</td>
      <td>
        {page?.text ?? t('run.unknown')}
        {element && <div className="soft">{element.text}</div>}
      </td>
      <td className={styles.clock}>
        {began === null ? '–' : clock((at?.finishedAt ?? now) - began)}
      </td>
      <td>{at ? t('run.rightOf', { ...at.told.answers }) : '–'}</td>
    </>
  )
}
