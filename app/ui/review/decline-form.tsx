import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { TextArea } from '../field.tsx'
import { GuestName } from './guest-name.tsx'

/** The way out for somebody who cannot do it, so that nobody waits for them. */
export function DeclineForm({ guestName }: { guestName: string | null }) {
  const { t } = useTranslation('reviewer')
  return (
    <details className="card">
      <summary>{t('cannot')}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="decline" />
        <GuestName known={guestName} />
        <TextArea label={t('declineReason')} name="reason" required rows={2} maxLength={2000} />
        <button type="submit" className="quiet">
          {t('decline')}
        </button>
      </Form>
    </details>
  )
}
