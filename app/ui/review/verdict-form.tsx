import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { TextArea } from '../field.tsx'

/** The expert's signature, on the very revision in front of them. */
export function VerdictForm({ digest }: { digest: string }) {
  const { t } = useTranslation('review')
  return (
    <section className="card" aria-labelledby="verdict">
      <h2 id="verdict">{t('verdict')}</h2>
      <p className="soft">{t('verdictLead')}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="verdict" />
        <input type="hidden" name="digest" value={digest} />
        <TextArea label={t('note')} name="note" maxLength={4000} />
        <p className="row">
          <button type="submit" name="value" value="approved">
            {t('approve')}
          </button>
          <button type="submit" name="value" value="changes-asked" className="quiet">
            {t('askChanges')}
          </button>
        </p>
      </Form>
    </section>
  )
}
