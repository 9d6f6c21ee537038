import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import {
  countFindings,
  coverageFindings,
  readCoverageQuery,
} from '#app/services/competencies/coverage/coverage.ts'
import { readCoverage } from '#app/services/competencies/coverage/read-coverage.server.ts'
import { endOf } from '#app/services/competencies/ended.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { useCoverageWords } from '#app/ui/coverage/coverage-words.ts'
import { EndNotice } from '#app/ui/coverage/end-notice.tsx'
import { EvidenceBlock } from '#app/ui/coverage/evidence-block.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './framework.coverage-print.module.css'
import sheet from './module.print.module.css'

export const loader = loads(({ request, params }) => {
  const { organisationId, organisationName, name } = requireMember(request, 'framework:read')
  const { frameworkId } = readParams(params, FrameworkParams)
  const query = readCoverageQuery(new URL(request.url).searchParams)
  const coverage = readCoverage(instance().bank, { ...query, frameworkId, organisationId })
  const now = new Date()
  return {
    ...coverage,
    query,
    organisationName,
    name,
    at: now.getTime(),
    end: endOf(coverage.framework, dayIn(now)),
    counts: countFindings(coverage.rows),
  }
})

export const handle: PageHandle<{ framework: { title: string } }> = {
  title: (_t, { framework }) => framework.title,
}

/** Official wording: Qualiopi, decree 2019-565, reading guide V9 of 8 January 2024. */
const indicators = ['5', '6', '7'] as const

/** The matrix for an auditor: dated, with the version of the entry, each gap said. */
export default function CoveragePrint() {
  useCoverageWords()
  const { t } = useTranslation('coverage')
  const data = useLoaderData<typeof loader>()
  const { framework, blocks, rows, modules, query, counts, end } = data
  const { instant, day } = useFormat()
  const { validFrom, validUntil } = framework
  const shown = blocks.filter(({ id }) => rows.some(({ blockId }) => blockId === id))
  return (
    <article className={`${sheet.sheet} ${styles.sheet}`}>
      <nav className={sheet.tools} aria-label={t('evidence.tools')}>
        <Link to={`/frameworks/${framework.id}/coverage`}>{t('evidence.back')}</Link>
        <button type="button" onClick={() => window.print()}>
          {t('evidence.print')}
        </button>
      </nav>
      <h1>{t('evidence.title', { code: framework.code })}</h1>
      <p>{framework.title}</p>
      <dl className={styles.facts}>
        <dt>{t('evidence.organisation')}</dt>
        <dd>{data.organisationName}</dd>
        <dt>{t('evidence.made')}</dt>
        <dd>{t('evidence.madeBy', { at: instant(data.at), name: data.name })}</dd>
        <dt>{t('evidence.version')}</dt>
        <dd>
          {framework.code}
          {validFrom && `, ${t('evidence.from', { day: day(validFrom) })}`}
          {validUntil && `, ${t('evidence.until', { day: day(validUntil) })}`}
          {`, ${t('evidence.imported', { at: instant(framework.importedAt) })}`}
        </dd>
        <dt>{t('evidence.modules')}</dt>
        <dd>{t(`shown.${query.show}`)}</dd>
      </dl>
      {end && <EndNotice code={framework.code} end={end} />}
      <h2>{t('evidence.indicators')}</h2>
      <ul>
        {indicators.map((number) => (
          <li key={number}>
            <strong>{t('evidence.indicator', { number })}</strong>{' '}
            {t(`evidence.wording.${number}`)}
          </li>
        ))}
      </ul>
      <h2>{t('evidence.summary')}</h2>
      <ul>
        <li>{t('rows', { count: rows.length })}</li>
        <li>{t('modules', { count: modules.length })}</li>
        {coverageFindings.map((finding) => (
          <li key={finding}>
            {t('evidence.count', { name: t(`findings.${finding}`), count: counts[finding] })}
          </li>
        ))}
      </ul>
      {shown.map((block) => (
        <EvidenceBlock
          key={block.id}
          block={block}
          rows={rows.filter(({ blockId }) => blockId === block.id)}
          modules={modules}
        />
      ))}
    </article>
  )
}
