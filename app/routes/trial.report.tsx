import { useTranslation } from 'react-i18next'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { readReport } from '#app/http/trial-report.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Report } from '#app/ui/trials/report.tsx'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:read')
  return readReport({ ...readParams(params, TrialParams), organisationId }, new Date())
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.trials') }

/** The report of a session, as it also goes on paper. */
export default function TrialReport() {
  const { t } = useTranslation('trials')
  const data = useLoaderData<typeof loader>()
  return (
    <article className="stack">
      <p>
        <a className="button" href={`/trials/${data.trial.id}/report.pdf`}>
          {t('report.pdf')}
        </a>
      </p>
      <Report {...data} />
    </article>
  )
}
