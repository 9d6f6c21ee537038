import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData, useLocation } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { pageOf, readCoverageQuery } from '#app/services/competencies/coverage/coverage.ts'
import { readCoverage } from '#app/services/competencies/coverage/read-coverage.server.ts'
import { may } from '#app/services/rights.ts'
import { CoverageFilters } from '#app/ui/coverage/coverage-filters.tsx'
import { CoverageMatrix } from '#app/ui/coverage/coverage-matrix.tsx'
import { useCoverageWords } from '#app/ui/coverage/coverage-words.ts'
import { Pager } from '#app/ui/media/pager.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'framework:read')
  const { frameworkId } = readParams(params, FrameworkParams)
  const query = readCoverageQuery(new URL(request.url).searchParams)
  const { organisationId } = member
  const coverage = readCoverage(instance().bank, { ...query, frameworkId, organisationId })
  const page = pageOf(coverage, query)
  return {
    ...page,
    total: coverage.rows.length,
    mayCreate: may(member, 'module:create'),
  }
})

export const handle: PageHandle = { title: (t) => t('competencies:tabs.coverage') }

/** Which modules teach, practise and assess each competency, and what is missing. */
export default function FrameworkCoverage() {
  useCoverageWords()
  const { t } = useTranslation('coverage')
  const page = useLoaderData<typeof loader>()
  const { framework, blocks, rows, found, query, pages, total } = page
  const { search } = useLocation()
  const waiting = blocks.filter(({ confirmed }) => !confirmed).length
  const base = `/frameworks/${framework.id}`
  if (total === 0 && query.block === '') return <p className="card">{t('noCompetency')}</p>
  return (
    <div data-wide="">
      {waiting > 0 && (
        <Notice tone="info">
          {t('waiting', { count: waiting })} <Link to={base}>{t('seeBlocks')}</Link>
        </Notice>
      )}
      <CoverageFilters {...page} />
      <p className="row">
        <span role="status">
          {t('rows', { count: rows.length })} · {t('modules', { count: found })}
        </span>
        <a href={`${base}/coverage.csv${search}`} download>
          {t('download')}
        </a>
        <Link to={`${base}/coverage/print${search}`}>{t('print')}</Link>
      </p>
      {rows.length > 0 ? <CoverageMatrix {...page} /> : <p className="card">{t('nothing')}</p>}
      <Pager page={query.page} pages={pages} />
    </div>
  )
}
