import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData, useLocation } from '#app/framework.ts'
import { DeploymentForm } from '#app/http/deployment-form.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import deploymentsEn from '#app/i18n/en/deployments.json'
import deploymentsFr from '#app/i18n/fr/deployments.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  bringBackDeployment,
  retireDeployment,
  sayDeployment,
} from '#app/services/deployments/change-deployment.server.ts'
import { readDeploymentQuery } from '#app/services/deployments/deployment.ts'
import { listDeployments } from '#app/services/deployments/list-deployments.server.ts'
import { renewDeployment } from '#app/services/deployments/renew-deployment.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { may } from '#app/services/rights.ts'
import { endThin, reopenThin } from '#app/services/thin/change-thin.server.ts'
import { DeploymentDone } from '#app/ui/deployments/deployment-done.tsx'
import { DeploymentSearch } from '#app/ui/deployments/deployment-search.tsx'
import { DeploymentTable } from '#app/ui/deployments/deployment-table.tsx'
import { useExportWords } from '#app/ui/exports/use-export-words.ts'
import { Pager } from '#app/ui/media/pager.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'deployment:read')
  const query = readDeploymentQuery(new URL(request.url).searchParams)
  const { organisationId } = member
  const page = listDeployments(instance(), { ...query, organisationId, now: new Date() })
  return {
    query,
    mayChange: may(member, 'package:export'),
    mayEnd: may(member, 'thin-package:manage'),
    ...page,
  }
})

const acting = {
  retire: retireDeployment,
  'bring-back': bringBackDeployment,
  end: endThin,
  reopen: reopenThin,
}

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'package:export')
  const form = await readForm(request, DeploymentForm)
  const { intent, packageId } = form
  const { bank } = instance()
  const change = { packageId, organisationId, personId, now: new Date() }
  if (intent === 'renew') {
    const { moduleId } = renewDeployment(bank, change)
    return redirect(`/modules/${moduleId}/export#packages`)
  }
  if (intent === 'end' || intent === 'reopen') requireMember(request, 'thin-package:manage')
  if (intent === 'say') sayDeployment(bank, { ...form, ...change })
  else acting[intent](bank, change)
  const { moduleId } = findPackage(bank, change)
  const { title } = findDraft(bank, { moduleId, organisationId }).facts
  return { done: intent, packageId, title }
})

export const handle: PageHandle = { title: (t) => t('areas.deployments') }

/** The register: each package that went out, and what it needs. */
export default function Deployments() {
  useExportWords()
  useOwnWords('deployments', { fr: deploymentsFr, en: deploymentsEn })
  const { t } = useTranslation('deployments')
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { rows, found, total, attention, pages, query } = data
  const { search } = useLocation()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Refusal data={answer} />
      {answer && 'done' in answer && <DeploymentDone answer={answer} />}
      {total === 0 ? (
        <p className="card">
          {t('empty')} <Link to="/modules">{t('seeModules')}</Link>
        </p>
      ) : (
        <>
          {attention > 0 && query.show !== 'attention' && (
            <Notice tone="warn">
              {t('attention', { count: attention })}.{' '}
              <Link to="?show=attention" reloadDocument>
                {t('seeAttention')}
              </Link>
            </Notice>
          )}
          <DeploymentSearch {...data} />
          <p className="row">
            <span role="status">
              {found > 0 ? t('found', { count: found }) : t('nothingFound')}
            </span>
            {found > 0 && (
              <a href={`/organisation/deployments.csv${search}`} download>
                {t('download')}
              </a>
            )}
          </p>
          {rows.length > 0 && <DeploymentTable {...data} />}
          <Pager page={query.page} pages={pages} />
        </>
      )}
    </div>
  )
}
