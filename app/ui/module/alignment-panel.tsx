import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, useFetcher } from '#app/framework.ts'
import type { loader as searchLoader } from '#app/routes/competencies.ts'
import type { EndedFramework } from '#app/services/competencies/versions/ended-ties.server.ts'
import { type Alignment, alignmentRoles } from '#content-schema/module.ts'
import { Badge } from '../badge.tsx'
import { EndSaid } from '../coverage/end-notice.tsx'
import { Select } from '../field.tsx'
import { Notice } from '../notice.tsx'
import styles from './panels.module.css'
import { TieDetails } from './tie-details.tsx'

type Props = {
  alignments: Alignment[]
  /** Criteria of each competency, by its id. */
  criteria: Record<string, { id: string; label: string }[]>
  /** Frameworks among them that are over. */
  ends: EndedFramework[]
  mayWrite: boolean
}

/** Which competencies a module teaches, practises or assesses; a search adds others. */
export function AlignmentPanel({ alignments, criteria, ends, mayWrite }: Props) {
  const { t } = useTranslation('modules')
  return (
    <section className="card" aria-labelledby="alignments">
      <h2 id="alignments">{t('alignment.heading')}</h2>
      {ends.map((end) => (
        <Notice key={end.code} tone="warn">
          <EndSaid code={end.code} end={end} />{' '}
          <Link to={`/frameworks/${end.id}/versions`}>{t('alignment.toVersions')}</Link>
        </Notice>
      ))}
      {alignments.length === 0 && <p className="soft">{t('alignment.none')}</p>}
      <ul className={styles.rows}>
        {alignments.map((alignment) => (
          <li key={`${alignment.competencyId} ${alignment.role}`}>
            <Badge tone="accent">{t(`alignment.roles.${alignment.role}`)}</Badge>
            <span>
              {alignment.label} <span className="soft">({alignment.competencyBlockCode})</span>
              {alignment.level && (
                <span className="soft"> {t(`levels.${alignment.level}`)}</span>
              )}
            </span>
            {mayWrite && (
              <TieDetails
                alignment={alignment}
                criteria={criteria[alignment.competencyId] ?? []}
              />
            )}
            {mayWrite && <Remove alignment={alignment} />}
          </li>
        ))}
      </ul>
      {mayWrite && <Search />}
    </section>
  )
}

function Remove({ alignment }: { alignment: Alignment }) {
  const { t } = useTranslation('modules')
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="unalign" />
      <input type="hidden" name="competencyId" value={alignment.competencyId} />
      <input type="hidden" name="role" value={alignment.role} />
      <button
        type="submit"
        className="quiet"
        aria-label={t('alignment.removeNamed', { label: alignment.label })}
      >
        {t('remove')}
      </button>
    </Form>
  )
}

function Search() {
  const { t } = useTranslation('modules')
  const id = useId()
  const search = useFetcher<typeof searchLoader>()
  const hits = search.data?.hits ?? []
  return (
    <>
      <search.Form method="get" action="/competencies" className="row" role="search">
        <label htmlFor={id}>{t('alignment.search')}</label>
        <input id={id} name="query" type="search" className={styles.wide} />
        <button type="submit" className="quiet">
          {t('alignment.find')}
        </button>
      </search.Form>
      <p role="status" className="soft">
        {search.data && <Found query={search.data.query} count={hits.length} />}
      </p>
      <ul className={styles.rows}>
        {hits.map((hit) => (
          <li key={hit.competencyId}>
            <span>
              {hit.label}
              <br />
              <span className="soft">
                {hit.competencyBlockCode} · {hit.competencyBlockLabel}
              </span>
            </span>
            <Form method="post" className="row" preventScrollReset>
              <input type="hidden" name="intent" value="align" />
              <input type="hidden" name="competencyId" value={hit.competencyId} />
              <Select label={t('alignment.role')} name="role">
                {alignmentRoles.map((role) => (
                  <option key={role} value={role}>
                    {t(`alignment.roles.${role}`)}
                  </option>
                ))}
              </Select>
              <button type="submit" aria-label={t('alignment.addNamed', { label: hit.label })}>
                {t('add')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where nothing was found, what can be done about it. */
function Found({ query, count }: { query: string; count: number }) {
  const { t } = useTranslation('modules')
  if (count > 0) return t('alignment.found', { count })
  return (
    <>
      {t('alignment.notFound', { query })}{' '}
      <Link to="/frameworks">{t('alignment.toFrameworks')}</Link>
    </>
  )
}
