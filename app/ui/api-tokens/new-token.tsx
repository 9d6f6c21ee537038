import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import { tokenDays } from '#app/services/api-tokens/token-days.ts'
import { Select, TextField, Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './api-tokens.module.css'

type Made = { id: string; name: string; secret: string }

/** Makes a token; the one that was just made is shown here, this once. */
export function NewToken({ made }: { made: Made | null }) {
  const { t } = useTranslation('api')
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="card stack" aria-labelledby="new-token">
      <h2 id="new-token">{t('new')}</h2>
      {made && <Shown key={made.id} made={made} />}
      <Form key={made?.id ?? ''} method="post" className="stack">
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          maxLength={80}
          required
          autoComplete="off"
        />
        <fieldset className={styles.scopes}>
          <legend>{t('scopes')}</legend>
          <Tick
            label={t('scope.read')}
            hint={t('scopeHint.read')}
            name="scopes[]"
            value="read"
          />
          <Tick
            label={t('scope.export')}
            hint={t('scopeHint.export')}
            name="scopes[]"
            value="export"
          />
        </fieldset>
        <div className={styles.short}>
          <Select label={t('days')} name="days" defaultValue="365">
            {tokenDays.map((days) => (
              <option key={days} value={days}>
                {t(`daysChoice.${days}`)}
              </option>
            ))}
          </Select>
        </div>
        <p>
          <button type="submit" name="intent" value="make" disabled={busy}>
            {t('make')}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Shown({ made: { name, secret } }: { made: Made }) {
  const { t } = useTranslation('api')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <Notice tone="ok" answers={secret}>
      <label className={styles.secret}>
        {t('shownOnce', { name })}
        <input ref={field} value={secret} readOnly spellCheck={false} />
      </label>
    </Notice>
  )
}
