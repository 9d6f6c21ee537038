import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { FoundModule } from '#app/services/search/results.server.ts'
import type { Piece } from '#app/services/search/snippets.ts'
import { StateBadge } from '../badge.tsx'
import { ScrollAcross } from '../scroll-across.tsx'
import { onResultKey } from './result-keys.ts'
import styles from './search.module.css'

/** The modules found, as cards. */
export function ResultCards({ rows }: { rows: FoundModule[] }) {
  const { t } = useTranslation('search')
  return (
    <ul className={styles.cards} aria-label={t('results')}>
      {rows.map((row) => (
        <Card key={row.id} row={row} />
      ))}
    </ul>
  )
}

function Card({ row }: { row: FoundModule }) {
  const { t } = useTranslation(['modules', 'search'])
  const { instant } = useFormat()
  return (
    <li className="card">
      <h2>
        <Title row={row} />
      </h2>
      <p>{row.objective.length > 0 ? <Pieces pieces={row.objective} /> : t('noObjective')}</p>
      <Where snippet={row.snippet} />
      <p className="row">
        <StateBadge state={row.state} />
        {row.edition && <span>{t('edition', { number: row.edition })}</span>}
        <span className="soft">
          {t('minutes', { count: row.minutes })} · {row.organisation ?? row.author} ·{' '}
          {instant(row.savedAt)}
        </span>
      </p>
    </li>
  )
}

/** The modules found, a line each. */
export function ResultTable({ rows }: { rows: FoundModule[] }) {
  const { t } = useTranslation('search')
  const { instant } = useFormat()
  return (
    <ScrollAcross what={t('columns.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['title', 'state', 'minutes', 'author', 'savedAt', 'publishedAt'] as const).map(
              (column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Title row={row} />
                <Where snippet={row.snippet} />
              </th>
              <td>
                <StateBadge state={row.state} /> {row.edition}
              </td>
              <td>{t('minutes', { count: row.minutes })}</td>
              <td>{row.organisation ?? row.author}</td>
              <td>{instant(row.savedAt)}</td>
              <td>{row.publishedAt ? instant(row.publishedAt) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollAcross>
  )
}

function Title({ row }: { row: FoundModule }) {
  return (
    <Link
      to={`/${row.organisation ? 'shared' : 'modules'}/${row.id}`}
      data-result
      onKeyDown={onResultKey}
    >
      <Pieces pieces={row.title} />
    </Link>
  )
}

function Where({ snippet }: Pick<FoundModule, 'snippet'>) {
  const { t } = useTranslation('search')
  if (!snippet) return null
  return (
    <p className={styles.snippet}>
      <span className="soft">{t(`foundIn.${snippet.in}`)}</span>{' '}
      <Pieces pieces={snippet.pieces} />
    </p>
  )
}

/** A text with the words that were looked for told apart. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  let at = 0
  return pieces.map(({ text, found }) => {
    const key = at
    at += text.length
    return found ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
