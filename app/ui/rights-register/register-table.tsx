import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { ThirdPartyElement } from '#app/services/rights-register/third-party.ts'
import { Badge } from '../badge.tsx'
import styles from '../deployments/deployments.module.css'
import type { LicenceName } from '../module/facts-panel.tsx'

type Props = { rows: ThirdPartyElement[]; licences: LicenceName[] }
type RowProps = { row: ThirdPartyElement }

const tones = {
  ended: 'danger',
  'no-release': 'danger',
  unknown: 'danger',
  ending: 'warn',
  fine: 'ok',
} as const

/** Each element a row; where there is no room for columns, a row reads from top to bottom. */
export function RegisterTable({ rows, licences }: Props) {
  const { t } = useTranslation('rights')
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('register.title')}</caption>
      <thead>
        <tr>
          {(['element', 'holder', 'basis', 'term', 'uses'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`register.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.digest}>
            <ElementCell row={row} />
            <HolderCell row={row} />
            <BasisCell row={row} licences={licences} />
            <TermCell row={row} />
            <UsesCell row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ElementCell({ row: { digest, rights, state } }: RowProps) {
  const { t } = useTranslation(['rights', 'media'])
  return (
    <th scope="row">
      <p>
        <Link to={`/media/${digest}#rights`}>{rights.title || t('media:untitled')}</Link>
      </p>
      <p>
        <Badge tone={tones[state]}>{t(`register.states.${state}`)}</Badge>
      </p>
    </th>
  )
}

function HolderCell({ row: { rights, guarantor } }: RowProps) {
  const { t } = useTranslation('rights')
  const { authors, holder, source } = rights
  const names = [...authors, ...(holder && !authors.includes(holder) ? [`© ${holder}`] : [])]
  return (
    <td>
      <p>{names.join(', ') || <span className="soft">{t('register.nobodyNamed')}</span>}</p>
      {source && <p className="soft">{source}</p>}
      {guarantor && <p className="soft">{t('register.answers', { name: guarantor })}</p>}
    </td>
  )
}

function BasisCell({ row: { rights }, licences }: RowProps & Pick<Props, 'licences'>) {
  const { t, i18n } = useTranslation(['rights', 'modules'])
  const licence = licences.find(({ id }) => id === rights.licence)
  const name = licence?.name[i18n.language === 'en' ? 'en' : 'fr']
  return (
    <td>
      <p>{rights.basis === 'licence' ? name : t(`bases.${rights.basis}`)}</p>
      {rights.basis !== 'licence' && <p className="soft">{name}</p>}
      {rights.people !== 'nobody' && (
        <p className="soft">
          {t('faces')} : {t(`modules:rights.peopleChoices.${rights.people}`)}
        </p>
      )}
    </td>
  )
}

function TermCell({ row: { rights } }: RowProps) {
  const { t } = useTranslation('rights')
  const { day } = useFormat()
  const { until, people, release, proof, proofFile, basis } = rights
  const isAgreed = basis === 'authorisation' || basis === 'assignment'
  return (
    <td>
      <p>{until ? t('register.untilDay', { day: day(until) }) : t('register.noEnd')}</p>
      {people === 'with-release' && release.until && (
        <p>{t('register.releaseUntil', { day: day(release.until) })}</p>
      )}
      {proof && <p className="soft">{proof}</p>}
      {proofFile && (
        <p>
          <Link to={`/media/${proofFile}`}>{t('register.proofFile')}</Link>
        </p>
      )}
      {isAgreed && !proof && !proofFile && <p className="soft">{t('register.noProof')}</p>}
    </td>
  )
}

function UsesCell({ row }: RowProps) {
  const { t } = useTranslation('rights')
  return (
    <td>
      {row.modules.map(({ moduleId, title }) => (
        <p key={moduleId}>
          <Link to={`/modules/${moduleId}#rights`}>{title}</Link>
        </p>
      ))}
      {row.modules.length === 0 && <p className="soft">{t('register.nowhere')}</p>}
      {row.packages > 0 && (
        <p className="soft">{t('register.deployed', { count: row.packages })}</p>
      )}
    </td>
  )
}
