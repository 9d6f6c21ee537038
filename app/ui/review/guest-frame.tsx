import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../shell.tsx'
import styles from './guest-frame.module.css'

/** What stands around the page of somebody without an account: its language, and no way elsewhere. */
export function GuestFrame({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <header className={styles.header}>
        <span className={styles.brand}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          Grainothèque
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
