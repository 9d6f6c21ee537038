import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import reuseEn from '#app/i18n/en/reuse.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { TextField } from '#app/ui/field.tsx'

/** Asks for a module of one's own that says what it was made from; sent with the intent `fork`. */
export function ForkForm({ title }: { title: string }) {
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('reuse')
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value="fork" />
      <p className="soft">{t('forkLead')}</p>
      <TextField
        label={t('forkTitle')}
        name="title"
        required
        maxLength={200}
        defaultValue={t('copyOf', { title }).slice(0, 200)}
      />
      <p>
        <button type="submit" className="quiet">
          {t('forkButton')}
        </button>
      </p>
    </Form>
  )
}
