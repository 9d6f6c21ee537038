import { useTranslation } from 'react-i18next'
import type { NewObservation } from '#app/services/trials/observations.server.ts'
import type { TrialPlace } from '#app/services/trials/places.server.ts'
import type { SeenView } from '#app/services/trials/read-trial.server.ts'
import type { Person } from './live.ts'
import styles from './trials.module.css'
import { clock } from './use-now.ts'

type Props = {
  seen: SeenView[]
  /** What the server does not have yet. */
  waiting: NewObservation[]
  people: Person[]
  places: TrialPlace[]
  startedAt: number
}

/** What was noted, the latest first, and whether all of it is sent. */
export function SeenList({ seen, waiting, people, places, startedAt }: Props) {
  const { t } = useTranslation('trials')
  const unsent = waiting.filter(({ id }) => !seen.some((each) => each.id === id))
  const all = [...seen, ...unsent].sort((a, b) => b.at - a.at)
  return (
    <section className="card" aria-labelledby="seen">
      <h2 id="seen">{t('run.list')}</h2>
      <p role="status" className="soft">
        {all.length === 0 && t('run.none')}
        {all.length > 0 &&
          (unsent.length > 0 ? t('run.waiting', { count: unsent.length }) : t('run.sent'))}
      </p>
      <ul className={styles.wall}>
        {all.map(({ id, kind, participantId, at, text, nodeId }) => (
          <li key={id}>
            <strong>{t(`observations.${kind}`)}</strong>{' '}
            {people.find((each) => each.id === participantId)?.code} {clock(at - startedAt)}
            {text && ` · ${text}`}
            <div className="soft">{places.find((each) => each.id === nodeId)?.text}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
