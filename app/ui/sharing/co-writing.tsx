import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { CoWritten, Invitation } from '#app/services/sharing/co-written.server.ts'
import { StateBadge } from '../badge.tsx'

/** What other organisations ask one's own to write with them, to be answered. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const { t } = useTranslation('sharing')
  if (invitations.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="invitations">
      <h2 id="invitations">{t('coAuthors.invitations')}</h2>
      {invitations.map(({ moduleId, title, owner, invitedBy, mayPublish }) => (
        <Form key={moduleId} method="post">
          <input type="hidden" name="moduleId" value={moduleId} />
          <h3>{title}</h3>
          <p>
            {t(mayPublish ? 'coAuthors.askedPublish' : 'coAuthors.asked', {
              ...{ person: invitedBy, owner },
            })}
          </p>
          <p className="row">
            <button
              type="submit"
              name="intent"
              value="co-write"
              aria-label={t('coAuthors.acceptNamed', { title })}
            >
              {t('coAuthors.accept')}
            </button>
            <button
              type="submit"
              name="intent"
              value="not-co-write"
              className="quiet"
              aria-label={t('coAuthors.declineNamed', { title })}
            >
              {t('coAuthors.decline')}
            </button>
          </p>
        </Form>
      ))}
    </section>
  )
}

/** Modules of others that one's own organisation writes. */
export function CoWrittenModules({ modules }: { modules: CoWritten[] }) {
  const { t } = useTranslation('sharing')
  if (modules.length === 0) return null
  return (
    <section className="card" aria-labelledby="co-written">
      <h2 id="co-written">{t('coAuthors.written')}</h2>
      <ul className="plain-list">
        {modules.map(({ moduleId, title, owner, state }) => (
          <li key={moduleId} className="row">
            <Link to={`/modules/${moduleId}`}>{title}</Link> <StateBadge state={state} />
            <span className="soft">{t('coAuthors.of', { owner })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
