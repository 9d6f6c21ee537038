import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { FacetName } from '#app/services/search/facets.ts'
import type { NamedCount } from '#app/services/search/labels.server.ts'
import search from '../search/search.module.css'
import { useValueName } from '../search/use-value-name.ts'

/** What visitors choose by; the rest speaks of the work on modules. */
const shown: readonly FacetName[] = [
  ...(['competency', 'block', 'level', 'duration', 'language'] as const),
  ...(['allows', 'licence', 'organisation'] as const),
]

/** Boxes to tick in a plain form: they work before, and without, any script. */
export function PublicFacets({ values }: { values: NamedCount[] }) {
  const { t } = useTranslation(['search', 'catalogue'])
  return (
    <section aria-label={t('search:filters')}>
      {shown.map((facet) => (
        <Facet
          key={facet}
          facet={facet}
          values={values.filter((each) => each.facet === facet)}
        />
      ))}
      {values.length > 0 && (
        <p>
          <button type="submit" className="quiet">
            {t('catalogue:narrow')}
          </button>
        </p>
      )}
    </section>
  )
}

function Facet({ facet, values }: { facet: FacetName; values: NamedCount[] }) {
  const { t } = useTranslation('search')
  const { number } = useFormat()
  const nameOf = useValueName()
  if (values.length === 0) return null
  return (
    <details open={values.some(({ chosen }) => chosen)} className={search.facet}>
      <summary>{t(`facets.${facet}`)}</summary>
      <ul className="plain-list">
        {values.map((each) => (
          <li key={each.value}>
            <label className={search.value}>
              <input
                type="checkbox"
                name={facet}
                value={each.value}
                defaultChecked={each.chosen}
              />
              <span>{nameOf(each)}</span>{' '}
              <span className={search.count}>
                {number(each.count)}
                <span className="visually-hidden"> {t('counted', { count: each.count })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
