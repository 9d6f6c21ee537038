import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Badge } from '../badge.tsx'
import styles from './remark-list.module.css'

export type Remark = {
  id: string
  nodeId: string | null
  quote: string
  body: string
  author: string
  madeAt: number
  resolved: boolean
}

type Props = { remarks: Remark[]; reviewId: string; moduleId: string; mayResolve: boolean }

/** What reviewers said, each beside what it is about. */
export function RemarkList({ remarks, reviewId, moduleId, mayResolve }: Props) {
  const { t } = useTranslation('review')
  return (
    <ul className={styles.list} aria-label={t('remarks')}>
      {remarks.map((remark) => (
        <li key={remark.id}>
          <p className={styles.body}>{remark.body}</p>
          {remark.nodeId && (
            <p className={styles.quote}>
              <Link to={`/modules/${moduleId}/write#${remark.nodeId}`}>
                {remark.quote || t('element')}
              </Link>
            </p>
          )}
          <Foot remark={remark} />
          {mayResolve && !remark.resolved && (
            <Resolve remarkId={remark.id} reviewId={reviewId} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Foot({ remark }: { remark: Remark }) {
  const { t } = useTranslation('review')
  const { instant } = useFormat()
  return (
    <p className="soft">
      {remark.author} · {instant(remark.madeAt)}{' '}
      {remark.resolved && <Badge tone="ok">{t('resolved')}</Badge>}
    </p>
  )
}

function Resolve({ remarkId, reviewId }: { remarkId: string; reviewId: string }) {
  const { t } = useTranslation('review')
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="resolve" />
      <input type="hidden" name="reviewId" value={reviewId} />
      <input type="hidden" name="remarkId" value={remarkId} />
      <button type="submit" className="quiet">
        {t('resolve')}
      </button>
    </Form>
  )
}
