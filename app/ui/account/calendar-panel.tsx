import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { TextField } from '../field.tsx'
import { Notice } from '../notice.tsx'

type Props = {
  /** When the address that is good was made; `null` where there is none. */
  since: number | null
  /** The address, where it was made just now: it is not shown again. */
  made: string | null
}

/** The terms of one's own work in the calendar that one looks at anyway. */
export function CalendarPanel({ since, made }: Props) {
  const { t } = useTranslation('account')
  const { instant } = useFormat()
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar')}</h2>
      <p className="soft">{t('calendarLead')}</p>
      {made && (
        <Notice tone="ok">
          <TextField
            label={t('calendarAddress')}
            name="address"
            hint={t('calendarOnce')}
            value={made}
            readOnly
          />
        </Notice>
      )}
      {since !== null && <p>{t('calendarSince', { date: instant(since) })}</p>}
      <Form method="post" className="row">
        <button type="submit" name="intent" value="calendar">
          {t(since === null ? 'makeCalendar' : 'remakeCalendar')}
        </button>
        {since !== null && (
          <button type="submit" name="intent" value="no-calendar" className="quiet">
            {t('dropCalendar')}
          </button>
        )}
      </Form>
    </section>
  )
}
