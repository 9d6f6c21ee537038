import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import { TextArea, TextField } from '../field.tsx'
import { Notice, Refusal } from '../notice.tsx'

type Props = { organisation: string; answer: unknown }

/** Writes to the organisation that answers for a module: it reads here what was written. */
export function ContactForm({ organisation, answer }: Props) {
  const { t } = useTranslation('catalogue')
  const busy = useNavigation().state === 'submitting'
  const sent = typeof answer === 'object' && answer !== null && 'sent' in answer
  return (
    <section className="card" aria-labelledby="contact">
      <h2 id="contact">{t('contact.heading', { organisation })}</h2>
      <Refusal data={answer} />
      {sent ? (
        <Notice tone="ok" answers={answer}>
          {t('contact.sent')}
        </Notice>
      ) : (
        <Form method="post" className="stack" preventScrollReset>
          <p className="soft">{t('contact.lead')}</p>
          <TextField
            label={t('contact.name')}
            name="name"
            maxLength={120}
            autoComplete="name"
            required
          />
          <TextField
            label={t('contact.email')}
            name="email"
            type="email"
            maxLength={200}
            autoComplete="email"
            required
          />
          <TextArea label={t('contact.body')} name="body" maxLength={4000} required />
          <input type="text" name="website" hidden tabIndex={-1} autoComplete="off" />
          <p>
            <button type="submit" disabled={busy}>
              {t('contact.send')}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}
