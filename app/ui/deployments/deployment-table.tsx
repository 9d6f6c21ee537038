import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { LivingDeployment } from '#app/services/deployments/deployment.ts'
import { sayLife, sayReason, sayTodo } from '#app/services/deployments/say-deployment.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DeploymentActions, type Rights } from './deployment-actions.tsx'
import styles from './deployments.module.css'
import { useSpeech } from './use-speech.ts'

const tones = {
  attention: 'warn',
  current: 'ok',
  unused: 'neutral',
  ended: 'neutral',
  retired: 'neutral',
} as const

/** Each deployment a row; where there is no room for columns, a row reads from top to bottom. */
export function DeploymentTable({ rows, ...rights }: { rows: LivingDeployment[] } & Rights) {
  const { t } = useTranslation('deployments')
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          {(['module', 'recipient', 'export', 'life', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.packageId}>
            <ModuleCell row={row} />
            <td>
              <p>{row.recipient || <span className="soft">{t('nobodySaid')}</span>}</p>
              <p className="soft">{row.lms || t('noPlatform')}</p>
            </td>
            <ExportCell row={row} />
            <LifeCell row={row} />
            <td>
              <StateSaid row={row} />
              <DeploymentActions row={row} {...rights} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: LivingDeployment }

function ModuleCell({ row }: RowProps) {
  const { t } = useTranslation('deployments')
  const { moduleId, title, edition, plays } = row
  return (
    <th scope="row">
      <p>
        <Link to={`/modules/${moduleId}`}>{title}</Link>
      </p>
      <p className="soft">
        {t('edition', { number: edition })}
        {plays !== edition && ` · ${t('plays', { number: plays })}`}
      </p>
    </th>
  )
}

function ExportCell({ row }: RowProps) {
  const { t } = useTranslation(['deployments', 'exports'])
  const { instant } = useFormat()
  const { format, by, requestedAt, downloads, note } = row
  return (
    <td>
      <p>{t(`exports:formats.${format}`)}</p>
      <p className="soft">{t('by', { name: by, at: instant(requestedAt) })}</p>
      {downloads !== null && (
        <p className="soft">
          {downloads === 0 ? t('never') : t('downloads', { count: downloads })}
        </p>
      )}
      {note && <p>{t('note', { note })}</p>}
    </td>
  )
}

function LifeCell({ row: { life } }: RowProps) {
  const { t } = useTranslation('deployments')
  const speech = useSpeech()
  return (
    <td>
      <p>
        <Badge tone={life.state === 'alive' ? 'ok' : 'neutral'}>
          {t(`lives.${life.state}`)}
        </Badge>
      </p>
      {sayLife(speech, life).map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
    </td>
  )
}

function StateSaid({ row }: RowProps) {
  const { t } = useTranslation('deployments')
  const { instant } = useFormat()
  const speech = useSpeech()
  const { standing, retired } = row
  const { state, reasons } = standing
  const todo = sayTodo(speech, row)
  return (
    <>
      <p>
        <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      </p>
      {(state === 'unused' || state === 'ended') && <p>{t(`quiet.${state}`)}</p>}
      {retired && <p>{t('quiet.retired', { name: retired.by, at: instant(retired.at) })}</p>}
      {reasons.map((reason) => {
        const sentence = sayReason(speech, reason)
        return <p key={sentence}>{sentence}</p>
      })}
      {todo && <p>{todo}</p>}
    </>
  )
}
