import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { LivingDeployment } from '#app/services/deployments/deployment.ts'
import { TextField } from '#app/ui/field.tsx'
import { isThin } from '#packaging/package-source.ts'
import styles from './deployments.module.css'

export type Rights = {
  /** Who exports may ask for a package again and say what has become of one. */
  mayChange: boolean
  mayEnd: boolean
}

type Props = { row: LivingDeployment } & Rights

/** The one thing to do, in sight; all else that can be said of a deployment, folded. */
export function DeploymentActions({ row, mayChange, mayEnd }: Props) {
  const { todo } = row.standing
  return (
    <div className={styles.actions}>
      {(todo === 'right' || todo === 'guarantee') && <TermLink row={row} />}
      {mayChange && (todo === 'renew' || todo === 'retire') && <Act row={row} intent={todo} />}
      {mayEnd && todo === 'end' && <Act row={row} intent="end" />}
      {mayChange && <Change row={row} mayEnd={mayEnd} />}
    </div>
  )
}

/** Where the term of what ends first can be made longer. */
function TermLink({ row }: { row: LivingDeployment }) {
  const { t } = useTranslation('deployments')
  const [reason] = row.standing.reasons
  if (!reason) return null
  if ('digest' in reason)
    return (
      <Link className="button" to={`/media/${reason.digest}`}>
        {t('do.right')}
      </Link>
    )
  return (
    <Link className="button" to={`/modules/${row.moduleId}#guarantees`}>
      {t('do.guarantee')}
    </Link>
  )
}

type Intent = 'renew' | 'retire' | 'bring-back' | 'end' | 'reopen'

function Act({ row, intent, quiet }: { row: LivingDeployment; intent: Intent; quiet?: true }) {
  const { t } = useTranslation('deployments')
  const { packageId, title, recipient, lms } = row
  const what = t(`do.${intent}`)
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="packageId" value={packageId} />
      <button
        type="submit"
        name="intent"
        value={intent}
        {...(quiet && { className: 'quiet' })}
        aria-label={t('which', { what, title, recipient: recipient || lms || row.edition })}
      >
        {what}
      </button>
    </Form>
  )
}

function Change({ row, mayEnd }: { row: LivingDeployment; mayEnd: boolean }) {
  const { t } = useTranslation('deployments')
  const { packageId, moduleId, title, recipient, lms, retired, format } = row
  const { state, todo } = row.standing
  return (
    <details>
      <summary>
        {t('change')} <span className="visually-hidden">{`${title}, ${recipient || lms}`}</span>
      </summary>
      <div className={styles.change}>
        <Form method="post" className={styles.fields} preventScrollReset>
          <input type="hidden" name="packageId" value={packageId} />
          <TextField
            label={t('recipient')}
            name="recipient"
            defaultValue={recipient}
            maxLength={200}
          />
          <TextField
            label={t('lms')}
            hint={t('lmsHint')}
            name="lms"
            defaultValue={lms}
            maxLength={200}
          />
          <button type="submit" name="intent" value="say" className="quiet">
            {t('keep')}
          </button>
        </Form>
        {todo !== 'retire' && (
          <Act row={row} intent={retired ? 'bring-back' : 'retire'} quiet />
        )}
        {mayEnd && isThin(format) && todo !== 'end' && (
          <Act row={row} intent={state === 'ended' ? 'reopen' : 'end'} quiet />
        )}
        <Link to={`/modules/${moduleId}/export#packages`}>{t('packages')}</Link>
      </div>
    </details>
  )
}
