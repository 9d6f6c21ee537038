import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import {
  type DeploymentQuery,
  lifeStates,
  shownStates,
} from '#app/services/deployments/deployment.ts'
import type { DeploymentPage } from '#app/services/deployments/list-deployments.server.ts'
import { Select, TextField } from '../field.tsx'
import styles from './deployments.module.css'

type Props = { query: DeploymentQuery } & Pick<DeploymentPage, 'platforms' | 'modules'>

/** What narrows the register down; it works without a script, and its address can be kept. */
export function DeploymentSearch({ query, platforms, modules }: Props) {
  const { t } = useTranslation('deployments')
  const { q, show, life, lms, module } = query
  return (
    <Form method="get" role="search" className={`card ${styles.search}`}>
      <TextField label={t('search.label')} name="q" type="search" defaultValue={q} />
      <Select label={t('search.show')} name="show" defaultValue={show ?? ''}>
        <option value="">{t('search.inUse')}</option>
        {shownStates.map((state) => (
          <option key={state} value={state}>
            {t(`shown.${state}`)}
          </option>
        ))}
      </Select>
      <Select label={t('search.life')} name="life" defaultValue={life ?? ''}>
        <option value="">{t('search.any')}</option>
        {lifeStates.map((state) => (
          <option key={state} value={state}>
            {t(`lives.${state}`)}
          </option>
        ))}
      </Select>
      <Select label={t('search.lms')} name="lms" defaultValue={lms}>
        <option value="">{t('search.any')}</option>
        {platforms.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={t('search.module')} name="module" defaultValue={module}>
        <option value="">{t('search.any')}</option>
        {modules.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </Select>
      <p className="row">
        <button type="submit">{t('search.go')}</button>
        {(q || show || life || lms || module) && (
          <Link to="/organisation/deployments" reloadDocument>
            {t('search.clear')}
          </Link>
        )}
      </p>
    </Form>
  )
}
