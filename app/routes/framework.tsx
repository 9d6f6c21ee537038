import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, Outlet, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { endOf } from '#app/services/competencies/ended.ts'
import { findFramework } from '#app/services/competencies/read-frameworks.server.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { EndNotice } from '#app/ui/coverage/end-notice.tsx'
import { FailurePage } from '#app/ui/failure-page.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'framework:read')
  const { frameworkId } = readParams(params, FrameworkParams)
  const framework = findFramework(instance().bank, { frameworkId, organisationId })
  return { framework, end: endOf(framework, dayIn(new Date())) }
})

export const handle: PageHandle<{ framework: { title: string } }> = {
  title: (_t, { framework }) => framework.title,
}

/** The pages of one framework. */
export default function FrameworkLayout() {
  const { t } = useTranslation('competencies')
  const { framework, end } = useLoaderData<typeof loader>()
  const { day } = useFormat()
  const base = `/frameworks/${framework.id}`
  const tabs = [
    { to: base, label: t('tabs.content'), end: true },
    { to: `${base}/coverage`, label: t('tabs.coverage') },
    { to: `${base}/versions`, label: t('tabs.versions') },
  ]
  return (
    <>
      <p>
        <Link to="/frameworks">{t('title')}</Link>
      </p>
      <h1>{framework.title}</h1>
      <p className="row soft">
        <code>{framework.code}</code>
        {framework.certifiers.join(', ')}
        {framework.validFrom && framework.validUntil && (
          <span>
            {t('valid', { from: day(framework.validFrom), until: day(framework.validUntil) })}
          </span>
        )}
        <span>
          {framework.licence ? t('licence', { name: framework.licence }) : t('private')}
        </span>
      </p>
      {end && <EndNotice code={framework.code} end={end} />}
      <Tabs label={t('tabs.label')} tabs={tabs} />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return <FailurePage />
}
