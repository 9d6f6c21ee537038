import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { EditionReport } from '#app/services/analytics/read-module-report.server.ts'
import { Bar } from './bar.tsx'
import styles from './quality.module.css'

type Figures = Pick<
  EditionReport,
  'learners' | 'started' | 'completed' | 'passed' | 'failed' | 'completion'
>

/** How many came, how many went to the end, how sure the share is. */
export function OverviewFigures({ edition }: { edition: Figures }) {
  const { t } = useTranslation('quality')
  const { number, percent } = useFormat()
  const { completion } = edition
  return (
    <>
      <dl className={styles.figures}>
        <Figure label={t('learners')} value={number(edition.learners)} />
        <Figure label={t('started')} value={number(edition.started)} />
        <Figure label={t('completed')} value={number(edition.completed)} />
        <Figure label={t('passed')} value={number(edition.passed)} />
        <Figure label={t('failed')} value={number(edition.failed)} />
      </dl>
      {completion.share !== null && (
        <figure className={styles.figure}>
          <figcaption>{t('completion')}</figcaption>
          <Bar parts={[{ share: completion.share, look: 'full' }]} />
          <p>
            {t('completionText', {
              share: percent(completion.share),
              low: percent(completion.low ?? 0),
              high: percent(completion.high ?? 1),
              count: completion.of,
            })}
          </p>
        </figure>
      )}
    </>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
