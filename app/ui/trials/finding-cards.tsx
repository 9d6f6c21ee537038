import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import type {
  ParticipantView,
  TrialFindingView,
} from '#app/services/trials/read-trial.server.ts'
import { severities } from '#content-schema/trials/trial-words.ts'
import { Badge } from '../badge.tsx'
import { ScrollAcross } from '../scroll-across.tsx'
import { CorrectForm, JudgeForm } from './finding-forms.tsx'
import styles from './trials.module.css'

export type FindingProps = {
  findings: TrialFindingView[]
  participants: ParticipantView[]
  /** Numbers of later revisions, and later sessions. */
  revisions: string[]
  later: { id: string; day: string }[]
  mayRun: boolean
}

/** The findings of a session, the gravest first; how grave they are against who met them. */
export function FindingCards(props: FindingProps) {
  const { t } = useTranslation('trials')
  const { findings, participants } = props
  const n = participants.filter(({ startedAt }) => startedAt !== null).length
  return (
    <section className="card" aria-labelledby="findings">
      <h2 id="findings">{t('analyse.findings')}</h2>
      {findings.length === 0 && <p>{t('analyse.noFinding')}</p>}
      {findings.length > 0 && <Grid findings={findings} n={n} />}
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} n={n} {...props} />
        ))}
      </ul>
    </section>
  )
}

/** How many findings of each severity were met by how many people. */
function Grid({ findings, n }: { findings: TrialFindingView[]; n: number }) {
  const { t } = useTranslation('trials')
  const counts = Array.from({ length: n + 1 }, (_, x) => x)
  const met = (severity: number, x: number) =>
    findings.filter((each) => each.severity === severity && each.seenBy.length === x)
  return (
    <ScrollAcross what={t('analyse.grid')}>
      <table>
        <caption>{t('analyse.grid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('analyse.severity')}</th>
            {counts.map((x) => (
              <th key={x} scope="col">
                {t('analyse.seenBy', { x, n })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {severities.toReversed().map((severity) => (
            <tr key={severity}>
              <th scope="row">{t(`severities.${severity}`)}</th>
              {counts.map((x) => (
                <td key={x}>
                  {met(severity, x)
                    .map(({ title }) => title)
                    .join(', ')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollAcross>
  )
}

type CardProps = FindingProps & { finding: TrialFindingView; n: number }

function FindingCard({ finding, n, ...props }: CardProps) {
  const { t } = useTranslation('trials')
  const { submit } = useFetcher()
  const [over, setOver] = useState(false)
  const { id, title, severity, decision, reason, seenBy, retested } = finding
  const drop = (dropped: string) => {
    const [kind, evidenceId = ''] = dropped.split(' ')
    const name = kind === 'o' ? 'observations[]' : 'remarks[]'
    submit({ intent: 'put', findingId: id, [name]: evidenceId }, { method: 'post' })
  }
  return (
    <li
      className={over ? styles.over : ''}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        drop(event.dataTransfer.getData('text'))
      }}
    >
      <h3>{title}</h3>
      <p className="row">
        <Badge tone={severity >= 3 ? 'danger' : 'neutral'}>{t(`severities.${severity}`)}</Badge>
        <Badge tone={decision === 'open' ? 'warn' : 'neutral'}>
          {t(`findingDecisions.${decision}`)}
        </Badge>
        {retested && (
          <Badge tone={retested === 'ok' ? 'ok' : 'danger'}>
            {t('said', { who: t('finding.retested'), what: t(`finding.${retested}`) })}
          </Badge>
        )}
        <span className="soft">
          {t('analyse.seen')} {t('analyse.seenBy', { x: seenBy.length, n })}
        </span>
      </p>
      {reason && <p>{reason}</p>}
      {props.mayRun && (
        <JudgeForm key={`${decision} ${severity}`} finding={finding} {...props} />
      )}
      {props.mayRun && <CorrectForm finding={finding} {...props} />}
    </li>
  )
}
