import { useTranslation } from 'react-i18next'
import { Form, Link, useSearchParams } from '#app/framework.ts'
import {
  type CoveragePage,
  coverageFindings,
  shownVersions,
} from '#app/services/competencies/coverage/coverage.ts'
import { Select, Tick } from '../field.tsx'
import styles from './coverage.module.css'

type Props = Pick<CoveragePage, 'query' | 'counts' | 'blocks'> & { total: number }

/** What narrows the matrix down; it works without a script, and its address can be kept. */
export function CoverageFilters({ query, counts, blocks, total }: Props) {
  const { t } = useTranslation('coverage')
  const { block, show, criteria, finding } = query
  return (
    <>
      <Form method="get" className={`card ${styles.filters}`} aria-label={t('filters.label')}>
        <Select label={t('filters.block')} name="block" defaultValue={block}>
          <option value="">{t('filters.allBlocks')}</option>
          {blocks.map(({ id, code, label }) => (
            <option key={id} value={id}>
              {code} · {label}
            </option>
          ))}
        </Select>
        <Select label={t('filters.show')} name="show" defaultValue={show}>
          {shownVersions.map((version) => (
            <option key={version} value={version}>
              {t(`shown.${version}`)}
            </option>
          ))}
        </Select>
        <Tick
          label={t('filters.criteria')}
          name="criteria"
          defaultChecked={criteria === 'yes'}
        />
        {finding && <input type="hidden" name="finding" value={finding} />}
        <button type="submit">{t('filters.go')}</button>
      </Form>
      <nav aria-label={t('findings.label')}>
        <ul className={styles.findings}>
          <li>
            <FindingLink finding={null} current={finding} count={total} />
          </li>
          {coverageFindings.map((each) => (
            <li key={each}>
              <FindingLink finding={each} current={finding} count={counts[each]} />
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

type FindingProps = {
  finding: (typeof coverageFindings)[number] | null
  current: string | null
  count: number
}

function FindingLink({ finding, current, count }: FindingProps) {
  const { t } = useTranslation('coverage')
  const [search] = useSearchParams()
  const changed = new URLSearchParams(search)
  changed.delete('page')
  if (finding) changed.set('finding', finding)
  else changed.delete('finding')
  return (
    <Link
      to={`?${changed}`}
      preventScrollReset
      aria-current={finding === current ? 'true' : undefined}
      data-finding={finding ?? 'all'}
    >
      <strong>{count}</strong> {t(finding ? `findings.${finding}` : 'findings.all')}
    </Link>
  )
}
