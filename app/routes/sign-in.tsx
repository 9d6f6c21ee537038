import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
  useSearchParams,
} from '#app/framework.ts'
import { enter } from '#app/http/enter.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { localPath } from '#app/http/local-path.ts'
import { currentMember } from '#app/http/require-member.server.ts'
import { TextField } from '#app/ui/field.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { LanguageSwitch } from '#app/ui/shell.tsx'
import styles from './sign-in.module.css'

export function loader({ request }: LoaderFunctionArgs) {
  if (currentMember(request)) throw redirect('/')
  return null
}

export const action = acts(async (asked) => {
  const { to, headers } = await enter(asked)
  return redirect(localPath(to), { headers })
})

export const handle: PageHandle = { title: (t) => t('accounts:title') }

export default function SignInPage() {
  const { t } = useTranslation('accounts')
  const [search] = useSearchParams()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body)
      form.current?.querySelector<HTMLInputElement>('input[name=email]')?.focus()
  }, [])
  const sending = useNavigation().state !== 'idle'
  return (
    <main className={styles.page} id="content">
      <div className={`card ${styles.card}`}>
        <img src="/favicon.svg" alt="" width="48" height="48" />
        <h1>{t('title')}</h1>
        <p className="soft">{t('lead')}</p>
        <Form method="post" className="stack" ref={form}>
          <Refusal data={useActionData<typeof action>()} />
          <input type="hidden" name="to" value={search.get('to') ?? '/'} />
          <TextField
            label={t('email')}
            name="email"
            type="email"
            autoComplete="username"
            required
          />
          <TextField
            label={t('password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          <button type="submit" disabled={sending}>
            {t('submit')}
          </button>
        </Form>
        <p>
          <Link to="/catalogue">{t('catalogue')}</Link>
        </p>
        <LanguageSwitch />
      </div>
    </main>
  )
}
