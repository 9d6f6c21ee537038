import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { type BankQuery, writeBankQuery } from '#app/services/search/bank-query.ts'
import type { FoundModule } from '#app/services/search/results.server.ts'
import type { BankPage } from '#app/services/search/search-bank.server.ts'
import { Pieces } from '../search/result-list.tsx'
import search from '../search/search.module.css'
import { useCatalogueLink } from './use-catalogue-link.ts'

/** The public modules found, as cards. */
export function PublicResults({ page }: { page: Omit<BankPage, 'values'> }) {
  const { t } = useTranslation('search')
  const { number } = useFormat()
  const { total, stopped, corrected, relaxed, rows } = page
  return (
    <>
      <p role="status" className={search.status}>
        <strong>
          {t('found', { count: total, shown: `${number(total)}${stopped ? '+' : ''}` })}
        </strong>
        {corrected && ` · ${corrected}`}
        {relaxed && ` · ${t('relaxed')}`}
      </p>
      <ul className={search.cards} aria-label={t('results')}>
        {rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </ul>
    </>
  )
}

function Card({ row }: { row: FoundModule }) {
  const { t } = useTranslation('modules')
  const link = useCatalogueLink()
  return (
    <li className="card">
      <h2>
        <Link to={link(`/catalogue/${row.organisationId}/${row.code}`)}>
          <Pieces pieces={row.title} />
        </Link>
      </h2>
      <p>
        <Pieces pieces={row.objective} />
      </p>
      <p className="soft">
        {t('minutes', { count: row.minutes })} · {row.organisation} ·{' '}
        {t('edition', { number: row.edition })}
      </p>
    </li>
  )
}

export function PublicPages({ query, pages }: { query: BankQuery; pages: number }) {
  const { t } = useTranslation('search')
  const link = useCatalogueLink()
  if (pages <= 1) return null
  const to = (page: number) => link(`/catalogue?${writeBankQuery({ ...query, page })}`)
  return (
    <nav className="row" aria-label={t('pages')}>
      {query.page > 1 && <Link to={to(query.page - 1)}>{t('previous')}</Link>}
      <span>{t('page', { page: query.page, pages })}</span>
      {query.page < pages && <Link to={to(query.page + 1)}>{t('next')}</Link>}
    </nav>
  )
}
