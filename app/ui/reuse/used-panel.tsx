import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import type { Used, WhereUsed } from '#app/services/reuse/where-used.server.ts'
import { Badge } from '../badge.tsx'
import { ScrollAcross } from '../scroll-across.tsx'
import styles from './reuse.module.css'

/** What a module takes from others. */
export function UsesPanel({ uses, children }: { uses: Used[]; children: React.ReactNode }) {
  const { t } = useTranslation('reuse')
  return (
    <section className="card" aria-labelledby="uses">
      <h2 id="uses">{t('uses')}</h2>
      {children}
      {uses.length === 0 && !children && <p className="soft">{t('usesNone')}</p>}
      <ul className={styles.list}>
        {uses.map(({ id, moduleId, title, edition, follows, state, words, drawn }) => (
          <li key={id}>
            {title ? <Link to={`/modules/${moduleId}`}>{title}</Link> : <code>{moduleId}</code>}
            {words && <span>{t('element', { words })}</span>}
            {drawn && <span>{t('drawn')}</span>}
            <span className="soft">
              {t('edition', { edition })}, {t(follows ? 'follows' : 'pinned')}
            </span>
            {state !== 'there' && (
              <Badge tone={state === 'withdrawn' ? 'warn' : 'danger'}>{t(state)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who takes from it, down to the packages that went out. */
export function UsedPanel({ used: { users, elsewhere, packages } }: { used: WhereUsed }) {
  const { t } = useTranslation('reuse')
  const nobody = users.length + elsewhere.length + packages.length === 0
  return (
    <section className="card" aria-labelledby="used">
      <h2 id="used">{t('used')}</h2>
      {nobody && <p className="soft">{t('usedNone')}</p>}
      {users.length > 0 && <Users users={users} />}
      <ul className={styles.list}>
        {elsewhere.map(({ organisation, count }) => (
          <li key={organisation}>{t('elsewhere', { organisation, count })}</li>
        ))}
      </ul>
      {packages.length > 0 && (
        <>
          <h3>{t('packages')}</h3>
          <ul className={styles.list}>
            {packages.map(({ packageId, moduleId, title, edition, recipient, lms }) => (
              <li key={packageId}>
                <Link to={`/modules/${moduleId}/export`}>
                  {t('package', { title, edition })}
                </Link>
                <span className="soft">{[recipient, lms].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Users({ users }: Pick<WhereUsed, 'users'>) {
  const { t } = useTranslation('reuse')
  return (
    <ScrollAcross what={t('user')}>
      <table>
        <thead>
          <tr>
            {(['user', 'how', 'published'] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map(({ moduleId, title, through, follows, published }) => (
            <tr key={moduleId}>
              <th scope="row">
                <Link to={`/modules/${moduleId}`}>{title}</Link>
              </th>
              <td>
                {t(follows ? 'follows' : 'pinned')}
                {through && `, ${t('through', { title: through })}`}
              </td>
              <td>{published ? t('shows', published) : t('neverPublished')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollAcross>
  )
}
