import { useTranslation } from 'react-i18next'
import { Outlet, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { organisationAreas } from '#app/http/organisation-areas.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { FailurePage } from '#app/ui/failure-page.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'home:read')
  return { areas: organisationAreas(member) }
})

export const handle: PageHandle = { title: (t) => t('organisation') }

/** What holds for a whole organisation, each area for whoever may. */
export default function Organisation() {
  const { t } = useTranslation()
  const { areas } = useLoaderData<typeof loader>()
  const tabs = areas.map((area) => ({ to: `/organisation/${area}`, label: t(`areas.${area}`) }))
  return (
    <>
      <Tabs label={t('organisation')} tabs={tabs} />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return <FailurePage />
}
