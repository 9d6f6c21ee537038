import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import accountEn from '#app/i18n/en/account.json'
import accountFr from '#app/i18n/fr/account.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  chooseDailyLetter,
  readPersonalSettings,
} from '#app/services/daily/personal-settings.server.ts'
import {
  calendarLinkSince,
  makeCalendarLink,
  revokeCalendarLink,
} from '#app/services/personal-links/calendar-link.server.ts'
import { CalendarPanel } from '#app/ui/account/calendar-panel.tsx'
import { Select, Tick } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request }) => {
  const { personId, name, organisationId } = requireMember(request, 'home:read')
  const { bank } = instance()
  return {
    name,
    ...readPersonalSettings(bank, personId),
    calendarSince: calendarLinkSince(bank, { personId, organisationId }),
  }
})

const AccountForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('letter'), dailyLetter: z.literal('yes').optional() }),
  z.object({ intent: z.literal('calendar') }),
  z.object({ intent: z.literal('no-calendar') }),
])

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'home:read')
  const form = await readForm(request, AccountForm)
  const { bank, settings } = instance()
  const own = { personId, organisationId, now: new Date() }
  if (form.intent === 'calendar') {
    const token = makeCalendarLink(bank, own)
    return { done: form.intent, calendar: `${settings.publicUrl}/calendar/${token}.ics` }
  }
  if (form.intent === 'no-calendar') revokeCalendarLink(bank, own)
  else chooseDailyLetter(bank, { personId, dailyLetter: form.dailyLetter === 'yes' })
  return { done: form.intent, calendar: null }
})

export const handle: PageHandle = { title: (t) => t('account') }

/** What somebody chooses for themselves, whichever organisation they work in. */
export default function Account() {
  useOwnWords('account', { fr: accountFr, en: accountEn })
  const { t, i18n } = useTranslation('account')
  const { name, dailyLetter, calendarSince } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="soft">
        {name} · <Link to="/guarantees">{t('guarantees')}</Link>
      </p>
      <Refusal data={answer} />
      {answer && 'done' in answer && !answer.calendar && (
        <Notice tone="ok">{t('saved')}</Notice>
      )}
      <section className="card" aria-labelledby="language">
        <h2 id="language">{t('language')}</h2>
        <Form method="post" action="/language" className="stack" reloadDocument>
          <input type="hidden" name="to" value="/account" />
          <Select label={t('languageOf')} name="language" defaultValue={i18n.language}>
            <option value="fr">Français</option>
            <option value="en">English</option>
          </Select>
          <p>
            <button type="submit">{t('keepLanguage')}</button>
          </p>
        </Form>
      </section>
      <section className="card" aria-labelledby="letter">
        <h2 id="letter">{t('letter')}</h2>
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="letter" />
          <Tick
            label={t('dailyLetter')}
            hint={t('dailyLetterHint')}
            name="dailyLetter"
            defaultChecked={dailyLetter}
          />
          <p>
            <button type="submit">{t('keepLetter')}</button>
          </p>
        </Form>
      </section>
      <CalendarPanel
        since={calendarSince}
        made={answer && 'done' in answer ? answer.calendar : null}
      />
    </div>
  )
}
