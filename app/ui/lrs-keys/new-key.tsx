import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import { Select, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Made = { label: string; key: string; secret: string }

/** Gives a key; the one that was just given is shown here, this once. */
export function NewKey({ made }: { made: Made | null }) {
  const { t } = useTranslation('lrsKeys')
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="card stack" aria-labelledby="new-key">
      <h2 id="new-key">{t('new')}</h2>
      {made && (
        <Notice tone="ok" answers={made.secret}>
          <p>{t('shownOnce', { label: made.label })}</p>
          <TextField label={t('key')} name="made-key" value={made.key} readOnly />
          <TextField label={t('secret')} name="made-secret" value={made.secret} readOnly />
        </Notice>
      )}
      <Form key={made?.key ?? ''} method="post" className="stack">
        <TextField
          label={t('label')}
          hint={t('labelHint')}
          name="label"
          maxLength={80}
          required
          autoComplete="off"
        />
        <Select label={t('scopes')} name="scope" defaultValue="read">
          {(['read', 'all'] as const).map((scope) => (
            <option key={scope} value={scope}>
              {t(`scope.${scope}`)}
            </option>
          ))}
        </Select>
        <p>
          <button type="submit" name="intent" value="give" disabled={busy}>
            {t('give')}
          </button>
        </p>
      </Form>
    </section>
  )
}
