import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { Offered } from '#app/services/paths/offered.server.ts'
import type { PathPage } from '#app/services/paths/read-path.server.ts'
import { Badge } from '../badge.tsx'
import { Select, TextField } from '../field.tsx'
import styles from './path.module.css'

type Props = {
  q: string
  offered: { rows: Offered[]; more: boolean }
  stages: PathPage['stages']
}

/** What the bank has that may be put on the path. */
export function AddModule({ q, offered: { rows, more }, stages }: Props) {
  const { t } = useTranslation('path')
  const last = stages.at(-1)?.id ?? ''
  const there = new Set(stages.flatMap((stage) => stage.rows.map(({ moduleId }) => moduleId)))
  return (
    <section className="card" aria-labelledby="add">
      <h2 id="add">{t('add')}</h2>
      <Form method="get" role="search" className={styles.title} preventScrollReset>
        <TextField
          key={q}
          label={t('search')}
          name="q"
          type="search"
          defaultValue={q}
          maxLength={200}
        />
        <button type="submit" className="quiet">
          {t('find')}
        </button>
      </Form>
      <p role="status" className="soft">
        {rows.length === 0 ? t('nothing') : t('found', { count: rows.length })}
        {more && ` ${t('more', { count: rows.length })}`}
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="do" value="add" />
        {stages.length > 1 ? (
          <Select key={last} label={t('into')} name="stageId" defaultValue={last}>
            {stages.map(({ id, title }, index) => (
              <option key={id} value={id}>
                {title || t('stage', { number: index + 1 })}
              </option>
            ))}
          </Select>
        ) : (
          <input type="hidden" name="stageId" value={last} />
        )}
        <ul className={styles.offers}>
          {rows.map((row) => (
            <Offer key={row.id} row={row} already={there.has(row.id)} />
          ))}
        </ul>
      </Form>
    </section>
  )
}

/** A module may stand on a path twice; whoever adds it is told. */
function Offer({ row, already }: { row: Offered; already: boolean }) {
  const { t } = useTranslation('path')
  const { id, title, objective, minutes, edition, organisation } = row
  const facts = [t('edition', { edition }), t('min', { count: minutes }), organisation]
  return (
    <li>
      <div>
        <p className={styles.name}>
          {title} {already && <Badge>{t('already')}</Badge>}
        </p>
        <p className="soft">{objective}</p>
        <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <button
        type="submit"
        name="moduleId"
        value={id}
        className="quiet"
        aria-label={t('addWhich', { title })}
      >
        {t('addShort')}
      </button>
    </li>
  )
}
