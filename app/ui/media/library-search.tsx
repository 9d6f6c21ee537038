import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import {
  fileKinds,
  fileUsages,
  type LibraryQuery,
  rightsStates,
} from '#app/services/assets/library-query.ts'
import { Select, TextField } from '../field.tsx'
import styles from './media.module.css'

/** Words and what narrows the list down; it works without a script, and its address can be kept. */
export function LibrarySearch({ query }: { query: LibraryQuery }) {
  const { t } = useTranslation('media')
  const asked = query.q || query.kind || query.rights || query.use
  return (
    <Form method="get" role="search" className={`card ${styles.search}`}>
      <TextField
        label={t('search.label')}
        hint={t('search.hint')}
        name="q"
        type="search"
        defaultValue={query.q}
      />
      <Select label={t('search.kind')} name="kind" defaultValue={query.kind ?? ''}>
        <option value="">{t('search.all')}</option>
        {fileKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <Select label={t('search.rights')} name="rights" defaultValue={query.rights ?? ''}>
        <option value="">{t('search.all')}</option>
        {rightsStates.map((state) => (
          <option key={state} value={state}>
            {t(`rightsStates.${state}`)}
          </option>
        ))}
      </Select>
      <Select label={t('search.use')} name="use" defaultValue={query.use ?? ''}>
        <option value="">{t('search.all')}</option>
        {fileUsages.map((usage) => (
          <option key={usage} value={usage}>
            {t(`usages.${usage}`)}
          </option>
        ))}
      </Select>
      <p className="row">
        <button type="submit">{t('search.go')}</button>
        {asked && (
          <Link to="/media" reloadDocument>
            {t('search.clear')}
          </Link>
        )}
      </p>
    </Form>
  )
}
