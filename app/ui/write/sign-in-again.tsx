import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../field.tsx'
import { Notice, Refusal } from '../notice.tsx'
import { signInAgain } from './send.ts'
import styles from './write.module.css'

/** Signs in again without leaving the page on which one writes. */
export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation(['modules', 'accounts'])
  const [answer, setAnswer] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSending(true)
    const refusal = await signInAgain(event.currentTarget)
    setSending(false)
    if (refusal) setAnswer({ refusal })
    else onSignedIn()
  }
  return (
    <Notice tone="warn">
      <p>{t('write.signedOut')}</p>
      <form onSubmit={submit}>
        <Refusal data={answer} />
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
            <button type="submit" disabled={sending}>
              {t('write.signInAgain')}
            </button>
          </p>
        </div>
      </form>
    </Notice>
  )
}
