import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { type RegisterQuery, registerShows } from '#app/services/rights-register/third-party.ts'
import { useBases } from '#content-schema/rights-record.ts'
import styles from '../deployments/deployments.module.css'
import { Select, TextField } from '../field.tsx'

/** What narrows the register down; it works without a script, and its address can be kept. */
export function RegisterSearch({ query }: { query: RegisterQuery }) {
  const { t } = useTranslation('rights')
  const { q, show, basis } = query
  return (
    <Form method="get" role="search" className={`card ${styles.search}`}>
      <TextField
        label={t('register.search')}
        hint={t('register.searchHint')}
        name="q"
        type="search"
        defaultValue={q}
      />
      <Select label={t('register.show')} name="show" defaultValue={show ?? ''}>
        <option value="">{t('register.all')}</option>
        {registerShows.map((each) => (
          <option key={each} value={each}>
            {t(`register.shows.${each}`)}
          </option>
        ))}
      </Select>
      <Select label={t('register.basis')} name="basis" defaultValue={basis ?? ''}>
        <option value="">{t('register.any')}</option>
        {useBases.map((each) => (
          <option key={each} value={each}>
            {t(`bases.${each}`)}
          </option>
        ))}
      </Select>
      <p className="row">
        <button type="submit">{t('register.go')}</button>
        {(q || show || basis) && (
          <Link to="/organisation/rights" reloadDocument>
            {t('register.clear')}
          </Link>
        )}
      </p>
    </Form>
  )
}
