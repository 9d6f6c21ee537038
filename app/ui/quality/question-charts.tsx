import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { fewestForDiscrimination } from '#app/services/analytics/quality.ts'
import type {
  OptionReport,
  QuestionReport,
} from '#app/services/analytics/read-module-report.server.ts'
import { Bar } from './bar.tsx'
import styles from './quality.module.css'

/** For each question: how many get it right at once, and what the others chose. */
export function QuestionCharts({ questions }: { questions: QuestionReport[] }) {
  const { t } = useTranslation('quality')
  if (questions.length === 0) return null
  return (
    <section>
      <h3>{t('questions')}</h3>
      {questions.map((question) => (
        <Question key={`${question.questionId}.${question.keyDigest}`} question={question} />
      ))}
    </section>
  )
}

function Question({ question }: { question: QuestionReport }) {
  const { t } = useTranslation('quality')
  const { percent } = useFormat()
  const facility = question.facility.mean ?? 0
  return (
    <section className={styles.question}>
      <h4>{question.prompt}</h4>
      {question.scored && (
        <p className={styles.facility}>
          <span>{t('facility')}</span>
          <Bar parts={[{ share: facility, look: 'full' }]} />
          <strong>{percent(facility)}</strong>
        </p>
      )}
      <ul className={styles.rows}>
        {question.options.map((option) => (
          <Option key={option.id} option={option} />
        ))}
      </ul>
      {question.scored && question.answers < fewestForDiscrimination && (
        <p className="soft">
          {t('tooFew', { count: question.answers, fewest: fewestForDiscrimination })}
        </p>
      )}
      {question.scored && <Numbers question={question} />}
    </section>
  )
}

function Option({ option }: { option: OptionReport }) {
  const { t } = useTranslation('quality')
  const { percent } = useFormat()
  const label =
    option.label === 'true' || option.label === 'false' ? t(option.label) : option.label
  return (
    <li>
      <span>
        {option.correct && <strong>{t('right')} </strong>}
        {label}
      </span>
      <Bar parts={[{ share: option.share, look: option.correct ? 'full' : 'hatched' }]} />
      <span>{t('chosen', { count: option.count, share: percent(option.share) })}</span>
    </li>
  )
}

function Numbers({ question }: { question: QuestionReport }) {
  const { t } = useTranslation('quality')
  const { number, percent } = useFormat()
  const { facility, firstTry, discrimination } = question
  const between = [facility.low ?? 0, facility.high ?? 1].map(percent)
  return (
    <details>
      <summary>{t('numbers')}</summary>
      <ul>
        <li>{t('answers', { count: question.answers })}</li>
        <li>{t('facilityBetween', { low: between[0], high: between[1] })}</li>
        <li>{t('firstTry', { count: firstTry.count, of: firstTry.of })}</li>
        {question.meanTries !== null && (
          <li>{t('tries', { mean: number(question.meanTries, 1) })}</li>
        )}
        <li>
          {discrimination === null
            ? t('noDiscrimination')
            : t('discrimination', { value: number(discrimination, 2) })}
        </li>
      </ul>
    </details>
  )
}
