import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import feedbackEn from '#app/i18n/en/feedback.json'
import qualityEn from '#app/i18n/en/quality.json'
import feedbackFr from '#app/i18n/fr/feedback.json'
import qualityFr from '#app/i18n/fr/quality.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readModuleReport } from '#app/services/analytics/read-module-report.server.ts'
import { handleLearnerRemark } from '#app/services/learner-remarks/handle-remark.server.ts'
import {
  readLearnerRemarks,
  remarksPerPage,
} from '#app/services/learner-remarks/read-remarks.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { may } from '#app/services/rights.ts'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Hatching } from '#app/ui/quality/bar.tsx'
import { EditionFilter } from '#app/ui/quality/edition-filter.tsx'
import { OverviewFigures } from '#app/ui/quality/overview-figures.tsx'
import { QuestionCharts } from '#app/ui/quality/question-charts.tsx'
import { RatingsChart } from '#app/ui/quality/ratings-chart.tsx'
import { RemarksCard } from '#app/ui/quality/remarks-card.tsx'
import { SectionChart } from '#app/ui/quality/section-chart.tsx'
import { TimeChart } from '#app/ui/quality/time-chart.tsx'
import { useNamedPlace } from '#app/ui/use-named-place.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'quality:read')
  const { organisationId } = member
  const here = instance()
  const { edition: digest, page } = readParams(asked(request), Asked)
  const { moduleId } = findDraft(here.bank, {
    ...readParams(params, ModuleParams),
    organisationId,
  })
  const editions = readModuleReport(here, { moduleId, organisationId })
  return {
    editions: editions.filter((each) => !digest || each.digest === digest),
    all: editions.map(({ major, minor, digest }) => ({ major, minor, digest })),
    ...readLearnerRemarks(here, { moduleId, organisationId, page, ...(digest && { digest }) }),
    ...{ moduleId, page, digest: digest || null, perPage: remarksPerPage },
    mayWrite: may(member, 'module:write'),
    mayHandle: may(member, 'learner-remark:handle'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'learner-remark:handle')
  const { moduleId } = readParams(params, ModuleParams)
  const handling = await readForm(request, HandlingForm)
  const by = { moduleId, organisationId, personId, now: new Date() }
  handleLearnerRemark(instance(), { ...handling, ...by })
  const { search } = new URL(request.url)
  return redirect(`/modules/${moduleId}/quality${search}#${handling.statementId}`)
})

const HandlingForm = z.object({
  statementId: z.uuid(),
  state: z.enum(['read', 'handled']),
  note: z.string().trim().max(1000),
})

/** An edition by its digest, and a page of remarks. */
const Asked = z.object({
  edition: z
    .string()
    .regex(/^([0-9a-f]{64})?$/)
    .default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

function asked(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

export const handle: PageHandle = { title: (t) => t('modules:tabs.quality') }

export default function Quality() {
  useOwnWords('quality', { fr: qualityFr, en: qualityEn })
  const { t } = useTranslation('quality')
  useOwnWords('feedback', { fr: feedbackFr, en: feedbackEn })
  useNamedPlace()
  const { editions, all, ...remarks } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  if (all.length === 0) return <p className="card">{t('nothing')}</p>
  return (
    <div className="stack">
      <Refusal data={said} />
      <Hatching />
      <EditionFilter editions={all} digest={remarks.digest} total={remarks.total} />
      {editions.map((edition) => (
        <Edition key={edition.digest} edition={edition} />
      ))}
      <RemarksCard {...remarks} />
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
      <RatingsChart ratings={edition.ratings} />
    </article>
  )
}
