import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import type { LibraryRow } from '#app/services/assets/library.server.ts'
import { Badge } from '../badge.tsx'
import { fileUrl } from '../uploads/file-url.ts'
import styles from './media.module.css'

/** Files side by side: what each looks like, whether it may go out, where it is shown. */
export function FileGrid({ rows }: { rows: LibraryRow[] }) {
  return (
    <ul className={styles.grid}>
      {rows.map((row) => (
        <FileCard key={row.digest} row={row} />
      ))}
    </ul>
  )
}

function FileCard({ row }: { row: LibraryRow }) {
  const { t } = useTranslation('media')
  const { rights, rightsState, modules } = row
  return (
    <li className={`card ${styles.card}`}>
      <Thumbnail row={row} />
      <h2>
        <Link to={`/media/${row.digest}`}>{rights.title || t('untitled')}</Link>
      </h2>
      <p className="soft">{[t(`kinds.${row.kind}`), ...rights.authors].join(' · ')}</p>
      <p className="row">
        <Badge tone={rightsState === 'known' ? 'ok' : 'danger'}>
          {t(`rightsStates.${rightsState}`)}
        </Badge>
        <span className="soft">
          {modules > 0 ? t('modules', { count: modules }) : t('usages.unused')}
        </span>
      </p>
    </li>
  )
}

/** What a picture looks like; the kind of anything else. */
export function Thumbnail({ row }: { row: Pick<LibraryRow, 'digest' | 'kind'> }) {
  const { t } = useTranslation('media')
  return (
    <div className={styles.thumbnail}>
      {row.kind === 'image' ? (
        <img src={fileUrl(row.digest, '')} alt="" loading="lazy" />
      ) : (
        <span aria-hidden="true">{t(`kinds.${row.kind}`)}</span>
      )}
    </div>
  )
}
