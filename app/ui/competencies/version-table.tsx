import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type {
  ComparedCompetency,
  VersionComparison,
} from '#app/services/competencies/versions/compare-versions.server.ts'
import { Badge } from '../badge.tsx'
import styles from './version-table.module.css'

type Props = { comparison: VersionComparison; mayWrite: boolean }

/** The older version's competencies, each with what is proposed to take its place. */
export function VersionTable({ comparison, mayWrite }: Props) {
  const { t } = useTranslation('referentials')
  const { older, newer, competencies, added } = comparison
  const unmatched = competencies.filter(({ proposed, confirmed }) => !(confirmed ?? proposed))
  return (
    <Form method="post" className="card stack">
      <h2>{t('versions.heading', { older: older.code, newer: newer.code })}</h2>
      <p>
        {[
          t('versions.unmatched', { count: unmatched.length }),
          t('versions.added', { count: added }),
        ].join(' · ')}
      </p>
      <input type="hidden" name="olderId" value={older.id} />
      <input type="hidden" name="newerId" value={newer.id} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{older.code}</th>
            <th scope="col">{t('versions.ties')}</th>
            <th scope="col">{t('versions.becomes', { code: newer.code })}</th>
          </tr>
        </thead>
        <tbody>
          {competencies.map((each) => (
            <Line key={each.id} competency={each} {...comparison} mayWrite={mayWrite} />
          ))}
        </tbody>
      </table>
      {mayWrite && (
        <>
          <p className="soft">{t('versions.draftsOnly')}</p>
          <button type="submit">{t('versions.confirm')}</button>
        </>
      )}
    </Form>
  )
}

type LineProps = Pick<VersionComparison, 'successors'> & {
  competency: ComparedCompetency
  mayWrite: boolean
}

function Line({ competency, successors, mayWrite }: LineProps) {
  const { t } = useTranslation('referentials')
  const { id, label, blockCode, modules, proposed, confirmed } = competency
  const chosen = confirmed ?? proposed
  return (
    <tr>
      <th scope="row">
        <span className="soft">{blockCode}</span> {label}
      </th>
      <td>{t('versions.tied', { count: modules })}</td>
      <td>
        <select
          name="pairs[]"
          aria-label={t('versions.successorOf', { label })}
          defaultValue={chosen ? `${id} ${chosen}` : ''}
          disabled={!mayWrite}
        >
          <option value="">{t('versions.nothing')}</option>
          {successors.map((each) => (
            <option key={each.id} value={`${id} ${each.id}`}>
              {each.blockCode} · {each.label}
            </option>
          ))}
        </select>
        <Likeness competency={competency} />
      </td>
    </tr>
  )
}

function Likeness({ competency }: { competency: ComparedCompetency }) {
  const { t } = useTranslation('referentials')
  const { percent } = useFormat()
  const { proposed, confirmed, likeness } = competency
  if (confirmed) return <Badge tone="ok">{t('versions.confirmed')}</Badge>
  if (!proposed) return <Badge tone="warn">{t('versions.none')}</Badge>
  if (likeness === 1) return <Badge tone="accent">{t('versions.same')}</Badge>
  return <Badge>{t('versions.near', { share: percent(likeness) })}</Badge>
}
