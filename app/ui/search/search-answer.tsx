import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { type BankQuery, withFilter, writeBankQuery } from '#app/services/search/bank-query.ts'
import { facetNames } from '#app/services/search/facets.ts'
import type { NamedCount } from '#app/services/search/labels.server.ts'
import type { BankPage } from '#app/services/search/search-bank.server.ts'
import { Notice } from '../notice.tsx'
import styles from './search.module.css'
import { useValueName } from './use-value-name.ts'

type Props = { query: BankQuery; page: Omit<BankPage, 'values'>; values: NamedCount[] }

const to = (query: Partial<BankQuery>) => `/modules?${writeBankQuery(query)}`

/** How many there are, and what was done with the words to find them. */
export function SearchAnswer({ query, page, values }: Props) {
  const { t } = useTranslation('search')
  const { number } = useFormat()
  const { total, stopped, corrected, relaxed, suggestion } = page
  const shown = stopped ? `${number(total)}+` : number(total)
  return (
    <>
      <p role="status" className={styles.status}>
        <strong>{t('found', { count: total, shown })}</strong>
        {query.full && query.q ? ` · ${t('inTexts')}` : ''}
        {corrected && ` · ${t('corrected', { typed: query.q, words: corrected })}`}
        {relaxed && ` · ${t('relaxed')}`}
      </p>
      {suggestion && (
        <p>
          {t('suggestion')}{' '}
          <Link to={to({ ...query, q: suggestion, page: 1 })}>{suggestion}</Link>
        </p>
      )}
      <Chosen query={query} values={values} />
    </>
  )
}

/** Each filter, to be taken away again. */
function Chosen({ query, values }: Omit<Props, 'page'>) {
  const { t } = useTranslation('search')
  const nameOf = useValueName()
  const chosen = chosenValues(query, values)
  if (chosen.length === 0) return null
  return (
    <ul className={styles.chosen} aria-label={t('active')}>
      {chosen.map((value) => (
        <li key={`${value.facet} ${value.value}`}>
          <Link
            to={to(withFilter(query, value.facet, value.value, false))}
            preventScrollReset
            aria-label={t('removeFilter', {
              facet: t(`facets.${value.facet}`),
              value: nameOf(value),
            })}
          >
            {nameOf(value)} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={to({ ...query, filters: {}, page: 1 })} preventScrollReset>
          {t('withoutAll')}
        </Link>
      </li>
    </ul>
  )
}

/** Values that no module ever had are counted nowhere, and have to be taken away as any other. */
function chosenValues({ filters }: BankQuery, values: readonly NamedCount[]) {
  return facetNames.flatMap((facet) =>
    (filters[facet] ?? []).map(
      (value) =>
        values.find((each) => each.facet === facet && each.value === value) ?? {
          ...{ facet, value, label: null },
        },
    ),
  )
}

/** Nothing was found: what to change, and how much that would find. */
export function NothingFound({ query, page, indexing }: Props & { indexing: boolean }) {
  const { t } = useTranslation('search')
  const { number } = useFormat()
  const facets = Object.keys(query.filters) as NamedCount['facet'][]
  const count = (n: number) => t('found', { count: n, shown: number(n) })
  return (
    <div className="card">
      {indexing && <Notice tone="info">{t('indexing')}</Notice>}
      <p>{facets.length > 0 ? t('nothingWithFilters') : t('nothing')}</p>
      <p>{t('waysOut')}</p>
      <ul>
        {facets.map((facet) => {
          const { [facet]: _, ...filters } = query.filters
          const found = page.without[facet] ?? 0
          return (
            found > 0 && (
              <li key={facet}>
                <Link to={to({ ...query, filters, page: 1 })}>
                  {t('without', { facet: t(`facets.${facet}`) })}
                </Link>{' '}
                ({count(found)})
              </li>
            )
          )
        })}
        {facets.length > 1 && page.unfiltered > 0 && (
          <li>
            <Link to={to({ ...query, filters: {}, page: 1 })}>{t('withoutAll')}</Link> (
            {count(page.unfiltered)})
          </li>
        )}
        {query.q && !query.full && (
          <li>
            <Link to={to({ ...query, full: true, page: 1 })}>{t('lookInTexts')}</Link>
          </li>
        )}
        <li>
          <Link to="/modules">{t('clear')}</Link>
        </li>
      </ul>
    </div>
  )
}
