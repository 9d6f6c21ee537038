import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import type { LearnerRemark } from '#app/services/learner-remarks/read-remarks.server.ts'
import { LearnerRemarks } from './learner-remarks.tsx'

type Props = {
  remarks: LearnerRemark[]
  /** Of which these are a page. */
  total: number
  page: number
  perPage: number
  /** Of the edition that is asked for; `null` for all. */
  digest: string | null
  moduleId: string
  mayWrite: boolean
  mayHandle: boolean
}

/** The remarks of learners, a page at a time, or how they would come. */
export function RemarksCard({ total, page, perPage, digest, ...list }: Props) {
  const { t } = useTranslation('feedback')
  return (
    <section className="card" aria-labelledby="remarks">
      <h2 id="remarks">{t('remarks.title')}</h2>
      {list.remarks.length === 0 ? (
        <p className="soft">{t(digest ? 'remarks.noneHere' : 'remarks.none')}</p>
      ) : (
        <>
          <p className="soft">{t('remarks.lead')}</p>
          <LearnerRemarks {...list} />
          <Pages total={total} page={page} perPage={perPage} digest={digest} />
        </>
      )}
    </section>
  )
}

function Pages({
  total,
  page,
  perPage,
  digest,
}: Pick<Props, 'total' | 'page' | 'perPage' | 'digest'>) {
  const { t } = useTranslation('feedback')
  if (total <= perPage) return null
  const to = Math.min(page * perPage, total)
  const at = (wanted: number) =>
    `?${new URLSearchParams({ ...(digest && { edition: digest }), page: String(wanted) })}#remarks`
  return (
    <nav className="row" aria-label={t('remarks.pages')}>
      {page > 1 && <Link to={at(page - 1)}>{t('remarks.newer')}</Link>}
      <span>{t('remarks.shown', { from: (page - 1) * perPage + 1, to, total })}</span>
      {to < total && <Link to={at(page + 1)}>{t('remarks.older')}</Link>}
    </nav>
  )
}
