import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import type { TrialPlace } from '#app/services/trials/places.server.ts'
import {
  type ObservationKind,
  observationKinds,
  type TrialTask,
} from '#content-schema/trials/trial-words.ts'
import { Choices } from '../field.tsx'
import { Refusal } from '../notice.tsx'
import { ConsoleTable } from './console-table.tsx'
import type { Live, Person } from './live.ts'
import { NoteForm } from './note-form.tsx'
import { SeenList } from './seen-list.tsx'
import styles from './trials.module.css'
import { clock, useNow } from './use-now.ts'
import { useObservations } from './use-observations.ts'

type Props = {
  trialId: string
  startedAt: number | null
  /** When the page was made: milliseconds since 1970. */
  madeAt: number
  tasks: TrialTask[]
  people: Person[]
  places: TrialPlace[]
}

/** One key for each kind of observation. */
export const kindKeys: Record<ObservationKind, string> = {
  hesitation: 'h',
  error: 'e',
  blocked: 'b',
  positive: '+',
  verbatim: 'v',
  technical: 't',
}

/** Who is where, the time, and what is seen: noted with one key, kept though the network is down. */
export function Console({ trialId, startedAt, madeAt, tasks, people, places }: Props) {
  const { t } = useTranslation('trials')
  const live = useLive(trialId)
  const now = useNow(madeAt)
  const { waiting, refused, add } = useObservations(trialId)
  const [personId, setPersonId] = useState(people[0]?.id ?? '')
  const [taskId, setTaskId] = useState(tasks[0]?.id ?? '')
  const [noting, setNoting] = useState<{ kind: ObservationKind; at: number } | null>(null)
  const person = people.find(({ id }) => id === personId)
  const begin = (kind: ObservationKind) => setNoting({ kind, at: Date.now() })
  useKeys((key) => {
    const kind = observationKinds.find((each) => kindKeys[each] === key)
    if (kind && person) begin(kind)
    const chosen = people[Number(key) - 1]
    if (chosen) setPersonId(chosen.id)
    return Boolean(kind || chosen)
  })
  const onScreen = live?.participants.find(({ id }) => id === personId)
  const keep = (text: string) => {
    if (!noting) return
    add({
      ...{ id: crypto.randomUUID(), participantId: personId, taskId: taskId || null },
      ...{ nodeId: onScreen?.nodeId ?? null, ...noting, text },
    })
    setNoting(null)
  }
  return (
    <div className="stack">
      <Refusal data={refused} />
      <ConsoleTable {...{ trialId, live, people, places, tasks, now }} />
      <div className={styles.console}>
        <section className="card stack" aria-labelledby="observe">
          <h2 id="observe">{t('run.observe')}</h2>
          <p>
            {t('run.timer')}{' '}
            <span className={styles.timer}>{clock(now - (startedAt ?? now))}</span>
          </p>
          <Choices
            legend={t('run.participant')}
            name="person"
            value={personId}
            choices={people.map(({ id, code, profile }) => ({
              value: id,
              label: `${code} (${profile})`,
            }))}
            onChoose={setPersonId}
          />
          <Choices
            legend={t('run.task')}
            name="task"
            value={taskId}
            choices={[
              ...tasks.map(({ id, text }) => ({ value: id, label: text })),
              { value: '', label: t('run.noTask') },
            ]}
            onChoose={setTaskId}
          />
          <p className={styles.keys}>
            {observationKinds.map((kind) => (
              <button key={kind} type="button" className="quiet" onClick={() => begin(kind)}>
                <kbd>{kindKeys[kind]}</kbd> {t(`observations.${kind}`)}
              </button>
            ))}
          </p>
          <p className="soft">
            {t('run.keys', { keys: observationKinds.map((kind) => kindKeys[kind]).join(' ') })}
          </p>
          {noting && person && (
            <NoteForm
              key={noting.at}
              kind={noting.kind}
              code={person.code}
              time={clock(noting.at - (startedAt ?? noting.at))}
              onKeep={keep}
              onDrop={() => setNoting(null)}
            />
          )}
        </section>
        <SeenList
          seen={live?.observations ?? []}
          {...{ waiting, people, places, startedAt: startedAt ?? 0 }}
        />
      </div>
    </div>
  )
}

/** Asked again every two seconds; what was known stays while the server cannot be reached. */
function useLive(trialId: string): Live | null {
  const { load, data } = useFetcher<Live>()
  useEffect(() => {
    const look = () => {
      if (navigator.onLine) load(`/trials/${trialId}/live`)
    }
    look()
    const timer = setInterval(look, 2000)
    return () => clearInterval(timer)
  }, [load, trialId])
  return data && 'participants' in data ? data : null
}

/** Keys that are pressed outside any field; the function says whether it took one. */
function useKeys(take: (key: string) => boolean): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      const typing =
        target instanceof HTMLElement &&
        target.matches('textarea, select, input:not([type=radio])')
      if (typing || ctrlKey || metaKey || altKey) return
      if (take(key.toLowerCase())) event.preventDefault()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  })
}
