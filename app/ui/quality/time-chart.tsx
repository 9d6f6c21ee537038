import { scaleBand, scaleLinear } from 'd3-scale'
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
  const x = scaleBand(
    activeTimes.map((bin) => bin.fromMs),
    [0, width],
  ).padding(0.1)
  const most = Math.max(...activeTimes.map((bin) => bin.attempts))
  const y = scaleLinear([0, most], [0, height - foot - 20])
  const announced = announcedMinutes * 60_000
  const marked = activeTimes.find((bin) => announced >= bin.fromMs && announced < bin.toMs)
  return (
    <svg
      className={styles.histogram}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('timeChart')}
    >
      {activeTimes.map((bin) => (
        <g key={bin.fromMs} transform={`translate(${x(bin.fromMs)} 0)`}>
          <rect
            className={bin === marked ? styles.hatched : styles.full}
            y={height - foot - y(bin.attempts)}
            width={x.bandwidth()}
            height={y(bin.attempts)}
          />
          <text x={x.bandwidth() / 2} y={height - 10} textAnchor="middle">
            {minutes(bin.fromMs)}
          </text>
          <text
            x={x.bandwidth() / 2}
            y={height - foot - y(bin.attempts) - 5}
            textAnchor="middle"
          >
            {bin.attempts}
          </text>
        </g>
      ))}
    </svg>
  )
}
