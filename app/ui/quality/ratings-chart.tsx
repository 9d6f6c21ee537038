import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { fewestRatings, type Rated } from '#app/services/analytics/quality.ts'
import type { RatingReport } from '#app/services/analytics/read-module-report.server.ts'
import { ratingScale, ratings as scale } from '#content-schema/statements/opinion.ts'
import { ScrollAcross } from '../scroll-across.tsx'
import { Bar } from './bar.tsx'
import { usePartName } from './part-name.tsx'
import styles from './quality.module.css'

/** What learners think of each part, in the order of the module; nothing where few have said it. */
export function RatingsChart({ ratings }: { ratings: RatingReport[] }) {
  const { t } = useTranslation('feedback')
  const nameOf = usePartName()
  if (ratings.length === 0) return null
  return (
    <section>
      <h3>{t('ratings.title')}</h3>
      <p className="soft">{t('ratings.lead', { fewest: fewestRatings })}</p>
      <ul className={styles.rows}>
        {ratings.map(({ nodeId, rated, ...part }) => (
          <li key={nodeId}>
            <span>{nameOf(part)}</span>
            {rated ? (
              <MeanBar rated={rated} />
            ) : (
              <span className="soft">{t('ratings.tooFew', { fewest: fewestRatings })}</span>
            )}
          </li>
        ))}
      </ul>
      <Distribution ratings={ratings} />
    </section>
  )
}

function MeanBar({ rated: { count, mean } }: { rated: Rated }) {
  const { t } = useTranslation('feedback')
  const { number } = useFormat()
  return (
    <>
      <Bar parts={[{ share: mean / ratingScale.max, look: 'full' }]} />
      <span>{t('ratings.mean', { count, mean: number(mean, 1) })}</span>
    </>
  )
}

function Distribution({ ratings }: { ratings: RatingReport[] }) {
  const { t } = useTranslation('feedback')
  const { number } = useFormat()
  const nameOf = usePartName()
  const told = ratings.flatMap(({ rated, ...part }) => (rated ? [{ rated, part }] : []))
  if (told.length === 0) return null
  return (
    <details>
      <summary>{t('ratings.distribution')}</summary>
      <ScrollAcross what={t('ratings.distribution')}>
        <table>
          <caption className="visually-hidden">{t('ratings.distribution')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ratings.part')}</th>
              <th scope="col">{t('ratings.meanColumn')}</th>
              {scale.map((rating) => (
                <th key={rating} scope="col">
                  {number(rating)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map(({ rated, part }) => (
              <tr key={part.nodeId}>
                <th scope="row">{nameOf(part)}</th>
                <td>{number(rated.mean, 1)}</td>
                {scale.map((rating) => (
                  <td key={rating}>{number(rated.counts[rating - 1] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </details>
  )
}
