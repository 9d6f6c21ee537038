import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Told } from '#app/services/trials/read-told.server.ts'
import type { TrialView } from '#app/services/trials/read-trial.server.ts'
import { ResultsTable } from './results-table.tsx'
import { SusFigure } from './sus-figure.tsx'

export type ReportData = TrialView & {
  /** By participant. */
  told: Record<string, Told>
  /** Milliseconds since 1970: when the report is made. */
  at: number
}

/** How many words of participants fit in two pages. */
const mostQuotes = 8

/** A session on two pages: who tried what, what was found, and what was decided. Nobody is named but those who run it. */
export function Report(data: ReportData) {
  const { t } = useTranslation('trials')
  const { instant, day } = useFormat()
  const { trial, revision, facilitator, participants, told } = data
  const { number, digest } = revision
  const scores = participants.flatMap(({ sus }) => (sus === null ? [] : [sus]))
  const said = {
    ...{ number, protocol: trial.protocol.name, day: day(trial.day) },
    ...{ place: trial.place || '–', name: facilitator },
  }
  return (
    <>
      <p>{t('page.revision', said)}</p>
      <Decision {...data} />
      <Findings {...data} />
      <ResultsTable
        {...{ participants, told, minutes: revision.minutes, tasks: trial.protocol.tasks }}
      />
      {trial.protocol.sus && (
        <section className="card" aria-labelledby="report-sus">
          <h2 id="report-sus">{t('analyse.sus')}</h2>
          <SusFigure scores={scores} />
        </section>
      )}
      <Quotes {...data} />
      <p className="soft">
        {t('report.made', { date: instant(data.at), number, digest: digest.slice(0, 16) })}
      </p>
    </>
  )
}

function Decision({ trial, decidedBy }: TrialView) {
  const { t } = useTranslation('trials')
  const { instant } = useFormat()
  const { decision, decidedAt, rationale } = trial
  return (
    <section className="card" aria-labelledby="report-decision">
      <h2 id="report-decision">{t('report.decision')}</h2>
      {decision === null ? (
        <p>{t('report.none')}</p>
      ) : (
        <>
          <p>
            {t('decide.was', {
              ...{ name: decidedBy, decision: t(`decisions.${decision}`) },
              date: instant(decidedAt ?? 0),
            })}
          </p>
          <p>{rationale}</p>
        </>
      )}
    </section>
  )
}

function Findings({ findings, participants }: TrialView) {
  const { t } = useTranslation('trials')
  const n = participants.filter(({ startedAt }) => startedAt !== null).length
  return (
    <section className="card" aria-labelledby="report-findings">
      <h2 id="report-findings">{t('analyse.findings')}</h2>
      {findings.length === 0 && <p>{t('analyse.noFinding')}</p>}
      <ul>
        {findings.map(({ id, title, severity, decision, reason, seenBy, retested }) => (
          <li key={id}>
            <strong>{title}</strong> · {t(`severities.${severity}`)} · {t('analyse.seen')}{' '}
            {t('analyse.seenBy', { x: seenBy.length, n })} · {t(`findingDecisions.${decision}`)}
            {reason && ` · ${reason}`}
            {retested &&
              ` · ${t('said', { who: t('finding.retested'), what: t(`finding.${retested}`) })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Quotes({ observations, remarks, participants }: TrialView) {
  const { t } = useTranslation('trials')
  const quotes = [
    ...observations
      .filter(({ kind, text }) => kind === 'verbatim' && text)
      .map(({ id, participantId, text }) => ({ id, participantId, text })),
    ...remarks.map(({ id, participantId, body }) => ({ id, participantId, text: body })),
  ]
  if (quotes.length === 0) return null
  return (
    <section className="card" aria-labelledby="report-quotes">
      <h2 id="report-quotes">{t('report.quotes')}</h2>
      <ul>
        {quotes.slice(0, mostQuotes).map(({ id, participantId, text }) => (
          <li key={id}>
            {t('said', {
              ...{
                who: participants.find((each) => each.id === participantId)?.code,
                what: text,
              },
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
