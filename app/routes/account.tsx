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
import { Select, Tick } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request }) => {
  const { personId, name } = requireMember(request, 'home:read')
  return { name, ...readPersonalSettings(instance().bank, personId) }
})

const AccountForm = z.object({
  intent: z.literal('letter'),
  dailyLetter: z.literal('yes').optional(),
})

export const action = acts(async ({ request }) => {
  const { personId } = requireMember(request, 'home:read')
  const { dailyLetter } = await readForm(request, AccountForm)
  chooseDailyLetter(instance().bank, { personId, dailyLetter: dailyLetter === 'yes' })
  return { done: true }
})

export const handle: PageHandle = { title: (t) => t('account') }

/** What somebody chooses for themselves, whichever organisation they work in. */
export default function Account() {
  useOwnWords('account', { fr: accountFr, en: accountEn })
  const { t, i18n } = useTranslation('account')
  const { name, dailyLetter } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="soft">
        {name} · <Link to="/guarantees">{t('guarantees')}</Link>
      </p>
      <Refusal data={answer} />
      {answer && 'done' in answer && <Notice tone="ok">{t('saved')}</Notice>}
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
    </div>
  )
}
