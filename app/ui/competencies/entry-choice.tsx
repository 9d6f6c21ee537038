import { useTranslation } from 'react-i18next'
import { Form, Link, useNavigation } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Badge } from '../badge.tsx'
import { TextField, Tick } from '../field.tsx'
import styles from './competencies.module.css'

type Entry = {
  code: string
  title: string
  active: boolean
  level: number | null
  validUntil: string | null
  /** Where it stands already; `null` when it is new. */
  frameworkId: string | null
}

type Props = { total: number; found: number; shown: Entry[]; q: string; active: boolean }

/** The entries of a register file: searched in it, then ticked. */
export function EntryChoice({ total, found, shown, q, active }: Props) {
  const { t } = useTranslation('referentials')
  const { number } = useFormat()
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <Form method="get" role="search" className={`card ${styles.search}`}>
        <TextField label={t('file.search')} name="q" type="search" defaultValue={q} />
        <Tick label={t('file.all')} name="all" defaultChecked={!active} />
        <button type="submit">{t('file.find')}</button>
      </Form>
      <p role="status">
        {t('file.found', { count: found, written: number(found), total: number(total) })}
        {found > shown.length && ` ${t('file.firstOnly', { count: shown.length })}`}
      </p>
      {shown.length > 0 && (
        <Form method="post" className="stack">
          <ul className={`card ${styles.entries}`}>
            {shown.map((entry) => (
              <EntryLine key={entry.code} entry={entry} alone={shown.length === 1} />
            ))}
          </ul>
          <button type="submit" disabled={busy}>
            {t(busy ? 'file.importing' : 'file.importChosen')}
          </button>
        </Form>
      )}
    </>
  )
}

function EntryLine({ entry, alone }: { entry: Entry; alone: boolean }) {
  const { t } = useTranslation(['referentials', 'competencies'])
  const { day } = useFormat()
  const { code, title, active, level, validUntil, frameworkId } = entry
  return (
    <li>
      <label>
        <input type="checkbox" name="entries[]" value={code} defaultChecked={alone} />{' '}
        <code>{code}</code> {title}
      </label>
      <span className="row">
        <Badge tone={active ? 'ok' : 'warn'}>
          {t(active ? 'competencies:active' : 'competencies:inactive')}
        </Badge>
        {level && <span className="soft">{t('competencies:level', { level })}</span>}
        {validUntil && (
          <span className="soft">{t('competencies:until', { day: day(validUntil) })}</span>
        )}
        {frameworkId && <Link to={`/frameworks/${frameworkId}`}>{t('file.known')}</Link>}
      </span>
    </li>
  )
}
