import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { ExistingModule } from '#app/services/opportunity/existing-modules.server.ts'
import { TextField } from '../field.tsx'
import panels from '../module/panels.module.css'
import styles from './opportunity.module.css'

export type FoundRow = {
  moduleId: string
  title: string
  edition: string | null
  organisation: string | null
}

/** What a search of the bank gave, and what was done with the words to find it. */
export type Found = {
  q: string
  total: number
  rows: FoundRow[]
  corrected: string | null
  relaxed: boolean
}

type Props = {
  moduleId: string
  existing: ExistingModule[]
  found: Found | null
  mayWrite: boolean
}

/** What the bank has already: what was picked, and the search for more. */
export function ExistingPanel({ moduleId, existing, found, mayWrite }: Props) {
  const { t } = useTranslation('opportunity')
  const heading = useHeadingOnceGone(existing.length)
  return (
    <section className="card stack" aria-labelledby="existing">
      <h2 id="existing" ref={heading} tabIndex={-1}>
        {t('existing')}
      </h2>
      {existing.length === 0 && <p className="soft">{t('noExisting')}</p>}
      {existing.length > 0 && (
        <ul className={panels.rows} aria-label={t('picked')}>
          {existing.map((each) => (
            <li key={each.moduleId}>
              {each.found ? <Named row={{ ...each, ...each.found }} /> : t('gone')}
              {mayWrite && (
                <Choose
                  does="remove"
                  existingId={each.moduleId}
                  title={each.found?.title ?? t('gone')}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <>
          <p className="soft">{t('existingLead')}</p>
          <Form method="get" role="search" className={styles.search} preventScrollReset>
            <TextField
              key={found?.q}
              label={t('search')}
              name="q"
              type="search"
              maxLength={300}
              defaultValue={found?.q}
            />
            <button type="submit">{t('find')}</button>
          </Form>
          {found && <Results moduleId={moduleId} found={found} existing={existing} />}
        </>
      )}
    </section>
  )
}

type ResultsProps = { moduleId: string; found: Found; existing: ExistingModule[] }

function Results({ moduleId, found, existing }: ResultsProps) {
  const { t } = useTranslation('opportunity')
  const { q, total, rows, corrected, relaxed } = found
  const picked = existing.map((each) => each.moduleId)
  return (
    <>
      <p role="status">
        {total === 0 ? t('found_zero', { q }) : t('found', { count: total, q })}{' '}
        {corrected && t('corrected', { words: corrected })} {relaxed && t('relaxed')}
      </p>
      {rows.length > 0 && (
        <ul className={panels.rows} aria-label={t('results')}>
          {rows.map((row) => (
            <li key={row.moduleId}>
              <Named row={row} />
              {row.moduleId === moduleId ? (
                <span className="soft">{t('itself')}</span>
              ) : (
                <Choose
                  does={picked.includes(row.moduleId) ? 'remove' : 'pick'}
                  existingId={row.moduleId}
                  title={row.title}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {total > rows.length && (
        <p>
          <Link to={`/modules?${new URLSearchParams({ q, full: '1' })}`}>{t('more')}</Link>
        </p>
      )}
    </>
  )
}

function Named({ row: { moduleId, title, edition, organisation } }: { row: FoundRow }) {
  const { t } = useTranslation('opportunity')
  return (
    <span>
      <Link to={`/${organisation ? 'shared' : 'modules'}/${moduleId}`}>{title}</Link>{' '}
      <span className="soft">
        {edition ? t('edition', { number: edition }) : t('draft')}
        {organisation && ` · ${organisation}`}
      </span>
    </span>
  )
}

type ChooseProps = { does: 'pick' | 'remove'; existingId: string; title: string }

/** One button for both, so that whoever pressed it can press it again. */
function Choose({ does, existingId, title }: ChooseProps) {
  const { t } = useTranslation('opportunity')
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="existingId" value={existingId} />
      <button
        type="submit"
        name="intent"
        value={does}
        className="quiet"
        aria-label={t('about', { what: t(does), title })}
      >
        {t(does)}
      </button>
    </Form>
  )
}

/** Whoever removed a row has lost the button they pressed: the keyboard carries on from the heading. */
function useHeadingOnceGone(count: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const known = useRef(count)
  useEffect(() => {
    const isFewer = count < known.current
    known.current = count
    if (isFewer && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true })
  }, [count])
  return heading
}
