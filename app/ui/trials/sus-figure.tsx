import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { summarised } from '#app/services/trials/sus.ts'
import styles from './trials.module.css'

/** One dot a person on a line from 0 to 100, with the median and the range; no grade. */
export function SusFigure({ scores }: { scores: number[] }) {
  const { t } = useTranslation('trials')
  const { number } = useFormat()
  const summary = summarised(scores)
  if (!summary) return <p>{t('analyse.susNone')}</p>
  const { median, lowest, highest, mean } = summary
  const x = (score: number) => 10 + score * 3.8
  // People of one score stand above each other.
  const dots = summary.scores.map((score, index) => ({
    ...{ score, level: index - summary.scores.indexOf(score) },
  }))
  const figure = {
    ...{ median: number(median, 1), lowest: number(lowest, 1), highest: number(highest, 1) },
    n: scores.length,
  }
  return (
    <>
      <svg
        viewBox="0 0 400 60"
        className={styles.dots}
        role="img"
        aria-label={t('analyse.susFigure', figure)}
      >
        <line x1="10" x2="390" y1="35" y2="35" stroke="#8b8678" />
        <line x1={x(lowest)} x2={x(highest)} y1="35" y2="35" stroke="#0b5f54" strokeWidth="3" />
        <line x1={x(median)} x2={x(median)} y1="20" y2="50" stroke="#1c2530" strokeWidth="2" />
        {dots.map(({ score, level }) => (
          <circle
            key={`${score} ${level}`}
            cx={x(score)}
            cy={35 - 7 * level}
            r="4"
            fill="#0b5f54"
          />
        ))}
        {[0, 50, 100].map((mark) => (
          <text key={mark} x={x(mark)} y="58" fontSize="9" textAnchor="middle" fill="#55606e">
            {mark}
          </text>
        ))}
      </svg>
      <p>
        {t('analyse.susFigure', figure)}
        {'. '}
        {mean === null ? t('analyse.susFew') : t('analyse.susMean', { mean: number(mean, 1) })}
      </p>
    </>
  )
}
