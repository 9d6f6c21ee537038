import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { SavedSearch } from '#app/services/search/saved-searches.server.ts'
import { TextField } from '../field.tsx'
import styles from './search.module.css'

type Props = { searches: SavedSearch[]; query: string }

/** A person's own searches, and the way to keep the one that is shown. */
export function SavedSearches({ searches, query }: Props) {
  const { t } = useTranslation('search')
  if (searches.length === 0 && query === '') return null
  const known = searches.some((search) => search.query === query)
  return (
    <section aria-labelledby="saved-searches" className={styles.saved}>
      <h2 id="saved-searches" className="visually-hidden">
        {t('saved')}
      </h2>
      <ul className={styles.chosen}>
        {searches.map((search) => (
          <Saved key={search.id} {...search} shown={query} />
        ))}
      </ul>
      {query !== '' && !known && (
        <details>
          <summary>{t('save')}</summary>
          <Form method="post" action="/searches" className="row">
            <input type="hidden" name="query" value={query} />
            <TextField label={t('name')} name="name" required maxLength={80} />
            <button type="submit" name="intent" value="save">
              {t('keep')}
            </button>
          </Form>
        </details>
      )}
    </section>
  )
}

function Saved({ id, name, query, shown }: SavedSearch & { shown: string }) {
  const { t } = useTranslation('search')
  return (
    <li>
      <Link to={`/modules?${query}`} aria-current={query === shown ? 'page' : undefined}>
        {name}
      </Link>
      <Form method="post" action="/searches">
        <input type="hidden" name="query" value={shown} />
        <input type="hidden" name="searchId" value={id} />
        <button
          type="submit"
          name="intent"
          value="remove"
          className="quiet"
          aria-label={t('remove', { name })}
        >
          <span aria-hidden="true">×</span>
        </button>
      </Form>
    </li>
  )
}
