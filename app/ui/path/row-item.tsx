import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { PathRow } from '#app/services/paths/read-path.server.ts'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'
import { Badge, GuaranteeMark } from '../badge.tsx'
import { TextField } from '../field.tsx'
import styles from './path.module.css'

type Props = { row: PathRow; place: number; stageId: string; first: boolean; last: boolean }

/** A module in its place: where it goes, how it counts, which edition is taken. */
export function RowItem({ row, place, stageId, first, last }: Props) {
  const { t } = useTranslation('path')
  const name = row.title || row.ownTitle || t('unreachable')
  return (
    <li className={styles.row} data-row={row.id}>
      <div>
        <p className={styles.name}>
          {row.ownTitle ? <Link to={addressOf(row)}>{name}</Link> : name}
        </p>
        <RowFacts row={row} />
      </div>
      <Moves rowId={row.id} name={name} first={first} last={last} />
      <details>
        <summary>
          {t('changeShort')} <span className="visually-hidden">{name}</span>
        </summary>
        <Settings row={row} name={name} place={place} stageId={stageId} />
      </details>
    </li>
  )
}

/** One's own is written; that of another organisation is read. */
function addressOf({ moduleId, organisation }: PathRow): string {
  return organisation ? `/shared/${moduleId}` : `/modules/${moduleId}`
}

function RowFacts({ row }: { row: PathRow }) {
  const { t, i18n } = useTranslation('path')
  const { title, ownTitle, edition, later, minutes, licence, organisation } = row
  const licenceName = licenceOf(licence)?.name[i18n.language === 'en' ? 'en' : 'fr'] ?? ''
  return (
    <p className={styles.facts}>
      <Badge tone={row.required ? 'accent' : 'neutral'}>
        {t(row.required ? 'required' : 'optional')}
      </Badge>
      {edition === null ? (
        <Badge tone="danger">{t('unreachable')}</Badge>
      ) : (
        <span>
          {t('edition', { edition })}, {t(row.follows ? 'following' : 'pinned')}
        </span>
      )}
      <GuaranteeMark mark={row.guarantee} />
      {later && <Badge tone="warn">{t('later', { edition: later })}</Badge>}
      <span className="soft">
        {[minutes > 0 && t('min', { count: minutes }), licenceName, organisation]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {title && ownTitle && <span className="soft">{t('own', { title: ownTitle })}</span>}
    </p>
  )
}

type MovesProps = { rowId: string; name: string; first: boolean; last: boolean }

function Moves({ rowId, name, first, last }: MovesProps) {
  const { t } = useTranslation('path')
  return (
    <Form method="post" className={styles.moves} preventScrollReset>
      <input type="hidden" name="do" value="move" />
      <input type="hidden" name="rowId" value={rowId} />
      {(['up', 'down'] as const).map((to) => (
        <button
          key={to}
          type="submit"
          name="to"
          value={to}
          data-move={to}
          className="quiet"
          disabled={to === 'up' ? first : last}
          aria-label={t(to === 'up' ? 'upWhich' : 'downWhich', { title: name })}
          title={t(to)}
        >
          <span aria-hidden="true">{to === 'up' ? '↑' : '↓'}</span>
        </button>
      ))}
    </Form>
  )
}

type SettingsProps = { row: PathRow; name: string; place: number; stageId: string }

function Settings({ row, name, place, stageId }: SettingsProps) {
  const { t } = useTranslation('path')
  return (
    <div className={styles.settings}>
      <Form method="post" className={styles.title} preventScrollReset>
        <input type="hidden" name="rowId" value={row.id} />
        <TextField
          label={t('rowTitle')}
          hint={t('rowTitleHint')}
          name="title"
          defaultValue={row.title}
          maxLength={200}
        />
        <button type="submit" name="do" value="rename" className="quiet">
          {t('keep')}
        </button>
      </Form>
      <Choice row={row} step="require" field="required" value={!row.required}>
        {t(row.required ? 'makeOptional' : 'makeRequired')}
      </Choice>
      {row.edition !== null && (
        <Choice row={row} step="follow" field="follows" value={!row.follows}>
          {t(row.follows ? 'pin' : 'follow')}
        </Choice>
      )}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="rowId" value={row.id} />
        <input type="hidden" name="title" value={name.slice(0, 200)} />
        <input type="hidden" name="stageId" value={stageId} />
        <input type="hidden" name="index" value={place} />
        <input type="hidden" name="row" value={JSON.stringify(row.attrs)} />
        <button
          type="submit"
          name="do"
          value="remove"
          className="quiet"
          aria-label={t('removeWhich', { title: name })}
        >
          {t('remove')}
        </button>
      </Form>
    </div>
  )
}

type ChoiceProps = {
  row: PathRow
  step: 'require' | 'follow'
  field: 'required' | 'follows'
  value: boolean
  children: React.ReactNode
}

function Choice({ row, step, field, value, children }: ChoiceProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="rowId" value={row.id} />
      <input type="hidden" name={field} value={value ? 'yes' : 'no'} />
      <button type="submit" name="do" value={step} className="quiet">
        {children}
      </button>
    </Form>
  )
}
