import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { withFilter } from '#app/services/search/bank-query.ts'
import { type FacetName, facetNames } from '#app/services/search/facets.ts'
import type { NamedCount } from '#app/services/search/labels.server.ts'
import { useInBrowser } from '../use-in-browser.ts'
import styles from './search.module.css'
import type { Searching } from './use-search.ts'
import { useValueName } from './use-value-name.ts'

/** Open at first sight: what most people choose by. */
const usual: readonly FacetName[] = ['state', 'competency', 'level', 'duration', 'language']

type Props = { values: NamedCount[]; searching: Searching }

/** What results can be narrowed down by, with counts; a drawer where the screen is narrow. */
export function FacetPanel({ values, searching }: Props) {
  const { t } = useTranslation('search')
  const [open, setOpen] = useState(false)
  const inBrowser = useInBrowser()
  return (
    <div className={styles.facets}>
      <button
        type="button"
        className={`quiet ${styles.drawer}`}
        aria-expanded={open}
        aria-controls="facets"
        onClick={() => setOpen(!open)}
      >
        {open ? t('hideFilters') : t('showFilters')}
      </button>
      <section
        id="facets"
        aria-label={t('filters')}
        className={inBrowser && !open ? styles.closed : undefined}
      >
        {facetNames.map((facet) => (
          <Facet
            key={facet}
            facet={facet}
            values={values.filter((each) => each.facet === facet)}
            searching={searching}
          />
        ))}
      </section>
    </div>
  )
}

function Facet({ facet, values, searching }: Props & { facet: FacetName }) {
  const { t } = useTranslation('search')
  if (values.length === 0) return null
  const chosen = values.some((value) => value.chosen)
  return (
    <details open={chosen || usual.includes(facet)} className={styles.facet}>
      <summary>{t(`facets.${facet}`)}</summary>
      <ul className="plain-list">
        {values.map((value) => (
          <Value key={value.value} {...value} searching={searching} />
        ))}
      </ul>
    </details>
  )
}

function Value({ searching, ...value }: NamedCount & Pick<Props, 'searching'>) {
  const { t } = useTranslation('search')
  const { number } = useFormat()
  const nameOf = useValueName()
  const { shown, ask } = searching
  const { facet } = value
  return (
    <li>
      <label className={styles.value}>
        <input
          type="checkbox"
          name={facet}
          value={value.value}
          checked={shown.filters[facet]?.includes(value.value) ?? false}
          onChange={({ target }) => ask(withFilter(shown, facet, value.value, target.checked))}
        />
        <span>{nameOf(value)}</span>{' '}
        <span className={styles.count}>
          {number(value.count)}
          <span className="visually-hidden"> {t('counted', { count: value.count })}</span>
        </span>
      </label>
    </li>
  )
}
