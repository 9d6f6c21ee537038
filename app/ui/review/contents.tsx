import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import type { RemarkView } from '#app/services/review/read-review.server.ts'
import { Badge } from '../badge.tsx'
import styles from './reviewer-page.module.css'

export type ContentsPage = { id: string; title: string; nodes: string[] }

type Props = { pages: ContentsPage[]; remarks: RemarkView[] }

/** The pages of the module, with how many remarks there are on each; folded on a small screen. */
export function ReviewContents({ pages, remarks }: Props) {
  const { t } = useTranslation(['reviewer', 'review'])
  const [isFolded, setFolded] = useState(true)
  const onPage = ({ id, nodes }: ContentsPage) =>
    remarks.filter(({ nodeId }) => nodeId === id || nodes.includes(nodeId ?? '')).length
  return (
    <nav
      className={`${styles.contents} ${isFolded ? styles.folded : ''}`}
      aria-label={t('contents')}
    >
      <button
        type="button"
        className={`quiet ${styles.fold}`}
        aria-expanded={!isFolded}
        onClick={() => setFolded(!isFolded)}
      >
        {t('contents')}
      </button>
      <ol>
        {pages.map((page) => (
          <li key={page.id}>
            <Link to={`?view=document#${page.id}`} onClick={() => setFolded(true)}>
              {page.title}
              {onPage(page) > 0 && (
                <Badge tone="accent">{t('onPage', { count: onPage(page) })}</Badge>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
