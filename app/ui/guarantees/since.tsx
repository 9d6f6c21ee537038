import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import type { Since } from '#app/services/guarantees/read-guarantee.server.ts'
import { OverviewFigures } from '../quality/overview-figures.tsx'

/** Remarks shown of each kind; the rest stand on the pages that are linked. */
const most = 5

/** What happened to a module since somebody last answered for it. */
export function SinceThen({ since, moduleId }: { since: Since; moduleId: string }) {
  const { t } = useTranslation('guarantees')
  const { day, instant } = useFormat()
  const { editions, figures, learnerRemarks, reviewRemarks, watch } = since
  const quiet = [editions, learnerRemarks, reviewRemarks, watch].every(
    (list) => list.length === 0,
  )
  return (
    <section className="card stack" aria-labelledby="since">
      <h2 id="since">{t('since.heading', { day: day(dayIn(new Date(since.at))) })}</h2>
      {quiet && <p>{t('since.nothing')}</p>}
      <Told title={t('since.editions')} count={editions.length} most={editions.length}>
        {editions.map(({ number, note, publishedAt }) => (
          <li key={number}>
            {t('since.edition', { number, date: instant(publishedAt) })}
            {note && <p>{note}</p>}
          </li>
        ))}
      </Told>
      <Told title={t('since.watch')} count={watch.length} most={watch.length}>
        {watch.map(({ id, summary, source, day: seen }) => (
          <li key={id}>
            {summary}{' '}
            <span className="soft">
              {source}, {day(seen)}
            </span>
          </li>
        ))}
      </Told>
      <Told title={t('since.learnerRemarks')} count={learnerRemarks.length} most={most}>
        {learnerRemarks.slice(0, most).map(({ statementId, text, at, edition }) => (
          <li key={statementId}>
            {text}{' '}
            <span className="soft">
              {t('since.of', { number: edition, date: instant(at) })}
            </span>
          </li>
        ))}
      </Told>
      <Told title={t('since.reviewRemarks')} count={reviewRemarks.length} most={most}>
        {reviewRemarks
          .slice(0, most)
          .map(({ id, reviewId, body, author, madeAt, resolved }) => (
            <li key={id}>
              <Link to={`/reviews/${reviewId}`}>{body}</Link>{' '}
              <span className="soft">
                {t('since.by', { name: author, date: instant(madeAt) })}
                {resolved && ` · ${t('since.resolved')}`}
              </span>
            </li>
          ))}
      </Told>
      {figures ? (
        <>
          <h3>{t('since.figures', { number: `${figures.major}.${figures.minor}` })}</h3>
          <OverviewFigures edition={figures} />
        </>
      ) : (
        <p className="soft">{t('since.noFigures')}</p>
      )}
      <p>
        <Link to={`/modules/${moduleId}/quality`}>{t('since.quality')}</Link>
      </p>
    </section>
  )
}

type ToldProps = { title: string; count: number; most: number; children: React.ReactNode }

function Told({ title, count, most, children }: ToldProps) {
  const { t } = useTranslation('guarantees')
  if (count === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>{children}</ul>
      {count > most && <p className="soft">{t('since.others', { count: count - most })}</p>}
    </div>
  )
}
