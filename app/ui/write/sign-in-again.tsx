import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher, useLocation } from '#app/framework.ts'
import { TextField } from '../field.tsx'
import { isRefusal, Notice, Refusal } from '../notice.tsx'
import styles from './write.module.css'

/** Signs in again without leaving the page on which one writes. */
export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation(['modules', 'accounts'])
  const { pathname } = useLocation()
  const fetcher = useFetcher()
  const sent = useRef(false)
  const done = useRef(onSignedIn)
  done.current = onSignedIn
  useEffect(() => {
    if (fetcher.state === 'submitting') sent.current = true
    if (fetcher.state !== 'idle' || !sent.current) return
    sent.current = false
    if (!isRefusal(fetcher.data)) done.current()
  }, [fetcher.state, fetcher.data])
  return (
    <Notice tone="warn">
      <p>{t('write.signedOut')}</p>
      <fetcher.Form method="post" action="/sign-in" preventScrollReset>
        <Refusal data={fetcher.data} />
        <input type="hidden" name="to" value={pathname} />
        <div className={styles.signIn}>
          <TextField
            label={t('accounts:email')}
            name="email"
            type="email"
            autoComplete="username"
            required
          />
          <TextField
            label={t('accounts:password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          <p>
            <button type="submit" disabled={fetcher.state !== 'idle'}>
              {t('write.signInAgain')}
            </button>
          </p>
        </div>
      </fetcher.Form>
    </Notice>
  )
}
