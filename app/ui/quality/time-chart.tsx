import { useTranslation } from 'react-i18next'
import type { EditionReport } from '#app/services/analytics/read-module-report.server.ts'
import styles from './quality.module.css'
import { useMinutes } from './use-minutes.ts'

const size = { width: 600, height: 160, foot: 28 }

/** How long those who completed it took, against the time the module announces. */
export function TimeChart({ edition }: { edition: EditionReport }) {
  const { t } = useTranslation('quality')
  const minutes = useMinutes()
  const { activeTimes, announcedMinutes, medianActiveMs } = edition
  if (medianActiveMs === null || activeTimes.length === 0) return null
  const announced = minutes(announcedMinutes * 60_000)
  const median = minutes(medianActiveMs)
  return (
    <section>
      <h3>{t('time')}</h3>
      <p>{t('timeText', { median, announced })}</p>
      <Histogram edition={edition} />
      <details>
        <summary>{t('numbers')}</summary>
        <ul>
          {activeTimes.map((bin) => (
            <li key={bin.fromMs}>
              {t('timeBin', {
                from: minutes(bin.fromMs),
                to: minutes(bin.toMs),
                count: bin.attempts,
              })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Histogram({ edition: { activeTimes, announcedMinutes } }: { edition: EditionReport }) {
  const { t } = useTranslation('quality')
  const minutes = useMinutes()
  const { width, height, foot } = size
  // A tenth of a step between two columns, and before the first and after the last.
  const step = width / (activeTimes.length + 0.1)
  const column = step * 0.9
  const most = Math.max(...activeTimes.map((bin) => bin.attempts))
  const y = (attempts: number) => (attempts / most) * (height - foot - 20)
  const announced = announcedMinutes * 60_000
  const marked = activeTimes.find((bin) => announced >= bin.fromMs && announced < bin.toMs)
  return (
    <svg
      className={styles.histogram}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('timeChart')}
    >
      {activeTimes.map((bin, index) => (
        <g key={bin.fromMs} transform={`translate(${(index + 0.1) * step} 0)`}>
          <rect
            className={bin === marked ? styles.hatched : styles.full}
            y={height - foot - y(bin.attempts)}
            width={column}
            height={y(bin.attempts)}
          />
          <text x={column / 2} y={height - 10} textAnchor="middle">
            {minutes(bin.fromMs)}
          </text>
          <text x={column / 2} y={height - foot - y(bin.attempts) - 5} textAnchor="middle">
            {bin.attempts}
          </text>
        </g>
      ))}
    </svg>
  )
}
