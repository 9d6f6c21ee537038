import { useTranslation } from 'react-i18next'
import reuseEn from '#app/i18n/en/reuse.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { WhereUsed } from '#app/services/reuse/where-used.server.ts'
import styles from './reuse.module.css'

/** Every module and every package in service that a publication is about to touch. */
export function TouchedPanel({ used: { users, elsewhere, packages } }: { used: WhereUsed }) {
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('reuse')
  const nothing = users.length + elsewhere.length + packages.length === 0
  return (
    <>
      <h3>{t('touches')}</h3>
      {nothing && <p className="soft">{t('touchesNone')}</p>}
      <ul className={styles.list}>
        {users.map(({ moduleId, title, follows }) => (
          <li key={moduleId}>{t(follows ? 'touchesFollowing' : 'touchesPinned', { title })}</li>
        ))}
        {elsewhere.map(({ organisation, count }) => (
          <li key={organisation}>{t('elsewhere', { organisation, count })}</li>
        ))}
        {packages.map(({ packageId, title, edition }) => (
          <li key={packageId}>{t('touchesPackage', { title, edition })}</li>
        ))}
      </ul>
    </>
  )
}
