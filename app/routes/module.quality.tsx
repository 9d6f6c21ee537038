import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { readModuleReport } from '#app/services/analytics/read-module-report.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Hatching } from '#app/ui/quality/bar.tsx'
import { OverviewFigures } from '#app/ui/quality/overview-figures.tsx'
import { QuestionCharts } from '#app/ui/quality/question-charts.tsx'
import { SectionChart } from '#app/ui/quality/section-chart.tsx'
import { TimeChart } from '#app/ui/quality/time-chart.tsx'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'quality:read')
  const here = instance()
  const { moduleId } = findDraft(here.bank, {
    ...readParams(params, ModuleParams),
    organisationId,
  })
  return { editions: readModuleReport(here, { moduleId, organisationId }) }
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.quality') }

export default function Quality() {
  const { t } = useTranslation('quality')
  const { editions } = useLoaderData<typeof loader>()
  if (editions.length === 0) return <p className="card">{t('nothing')}</p>
  return (
    <div className="stack">
      <Hatching />
      {editions.map((edition) => (
        <Edition key={edition.digest} edition={edition} />
      ))}
    </div>
  )
}

type EditionData = ReturnType<typeof useLoaderData<typeof loader>>['editions'][number]

function Edition({ edition }: { edition: EditionData }) {
  const { t } = useTranslation('quality')
  const { instant } = useFormat()
  const number = `${edition.major}.${edition.minor}`
  return (
    <article className="card stack" aria-labelledby={edition.digest}>
      <header>
        <h2 id={edition.digest}>{t('edition', { number })}</h2>
        {edition.lastStatementAt && (
          <p className="soft">{t('last', { date: instant(edition.lastStatementAt) })}</p>
        )}
      </header>
      <OverviewFigures edition={edition} />
      <SectionChart sections={edition.sections} started={edition.started} />
      <TimeChart edition={edition} />
      <QuestionCharts questions={edition.questions} />
    </article>
  )
}
