import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import reuseEn from '#app/i18n/en/reuse.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Update } from '#app/services/reuse/updates.server.ts'
import styles from './reuse.module.css'

export type Waiting = Pick<Update, 'referenceId' | 'title' | 'seen' | 'latest' | 'follows'>

/** What became of what a module reuses since somebody last looked, for whoever is about to publish it. */
export function WaitingPanel({ waiting, moduleId }: { waiting: Waiting[]; moduleId: string }) {
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('reuse')
  if (waiting.length === 0) return null
  return (
    <>
      <h3>{t('waiting')}</h3>
      <ul className={styles.list}>
        {waiting.map(({ referenceId, follows, ...update }) => (
          <li key={referenceId}>{t(follows ? 'waitingFollows' : 'waitingPinned', update)}</li>
        ))}
      </ul>
      <p>
        <Link to={`/modules/${moduleId}/reuse`}>{t('waitingDecide')}</Link>
      </p>
    </>
  )
}
