import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { TextArea, TextField } from '../field.tsx'

type SignProps = {
  moduleId: string
  signs: { digest: string; edition: string | null }
  endsOn: string
}

/** Answering for it again: on what was looked at, until a day. */
export function SignForm({ moduleId, signs, endsOn }: SignProps) {
  const { t } = useTranslation('guarantees')
  const { digest, edition } = signs
  const what = edition === null ? t('sign.draft') : t('sign.edition', { number: edition })
  return (
    <section className="card" aria-labelledby="sign">
      <h2 id="sign">{t('sign.heading')}</h2>
      <p>
        {t('sign.lead', { what, digest: digest.slice(0, 12) })}{' '}
        <Link to={`/modules/${moduleId}/print`}>{t('sign.look')}</Link>
      </p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="renew" />
        <input type="hidden" name="digest" value={digest} />
        <TextField
          label={t('sign.until')}
          hint={t('sign.untilHint')}
          name="endsOn"
          type="date"
          defaultValue={endsOn}
          required
        />
        <TextArea label={t('sign.note')} name="note" rows={3} maxLength={1000} />
        <p>
          <button type="submit">{t('sign.button')}</button>
        </p>
      </Form>
    </section>
  )
}

/** What somebody says of what was asked of them. */
export function AnswerForms() {
  const { t } = useTranslation('guarantees')
  return (
    <div className="card stack">
      <Form method="post">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="answer" value="accepted" />
        <button type="submit">{t('page.accept')}</button>
      </Form>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="answer" value="declined" />
        <TextArea
          label={t('page.reason')}
          hint={t('page.reasonHint')}
          name="reason"
          rows={2}
          maxLength={1000}
        />
        <p>
          <button type="submit" className="quiet">
            {t('page.decline')}
          </button>
        </p>
      </Form>
    </div>
  )
}
