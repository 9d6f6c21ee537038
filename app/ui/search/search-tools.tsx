import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import {
  type BankQuery,
  type Sort,
  sorts,
  views,
  writeBankQuery,
} from '#app/services/search/bank-query.ts'
import { Select } from '../field.tsx'
import { useInBrowser } from '../use-in-browser.ts'
import styles from './search.module.css'
import type { Searching } from './use-search.ts'

type Props = { query: BankQuery; sort: Sort; searching: Searching }

/** In which order results stand, and how they are shown. */
export function SearchTools({ query, sort, searching: { shown, ask } }: Props) {
  const { t } = useTranslation('search')
  const inBrowser = useInBrowser()
  const possible = query.q ? sorts : sorts.filter((each) => each !== 'relevance')
  return (
    <div className={styles.tools}>
      <Select
        label={t('sort')}
        name="sort"
        value={shown.sort ?? sort}
        onChange={({ target }) => ask({ ...shown, page: 1, sort: target.value as Sort })}
      >
        {possible.map((each) => (
          <option key={each} value={each}>
            {t(`sorts.${each}`)}
          </option>
        ))}
      </Select>
      {!inBrowser && (
        <button type="submit" className="quiet">
          {t('apply')}
        </button>
      )}
      <nav aria-label={t('view')} className={styles.views}>
        {views.map((view) => (
          <Link
            key={view}
            to={`/modules?${writeBankQuery({ ...query, view })}`}
            aria-current={query.view === view ? 'true' : undefined}
            preventScrollReset
          >
            {t(`views.${view}`)}
          </Link>
        ))}
      </nav>
    </div>
  )
}

/** The way to the results before and after. */
export function ResultPages({ query, pages }: { query: BankQuery; pages: number }) {
  const { t } = useTranslation('search')
  if (pages <= 1) return null
  const to = (page: number) => `/modules?${writeBankQuery({ ...query, page })}`
  return (
    <nav className="row" aria-label={t('pages')}>
      {query.page > 1 && <Link to={to(query.page - 1)}>{t('previous')}</Link>}
      <span>{t('page', { page: query.page, pages })}</span>
      {query.page < pages && <Link to={to(query.page + 1)}>{t('next')}</Link>}
    </nav>
  )
}
