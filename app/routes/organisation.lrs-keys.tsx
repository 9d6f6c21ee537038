import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import keysEn from '#app/i18n/en/lrs-keys.json'
import keysFr from '#app/i18n/fr/lrs-keys.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import * as keys from '#app/services/lrs-keys/keys.server.ts'
import { KeyLists } from '#app/ui/lrs-keys/key-lists.tsx'
import { NewKey } from '#app/ui/lrs-keys/new-key.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'lrs-key:manage')
  const { bank, settings } = instance()
  return { ...keys.listKeys(bank, organisationId), endpoint: `${settings.publicUrl}/xapi` }
})

const KeyForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('give'),
    label: z.string().trim().min(1).max(80),
    scope: z.enum(keys.givenScopes),
  }),
  z.object({ intent: z.literal('take-back'), key: z.string().min(1).max(40) }),
])

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'lrs-key:manage')
  const form = await readForm(request, KeyForm)
  const by = { personId, organisationId, now: new Date() }
  if (form.intent === 'take-back') {
    keys.takeBackKey(instance().bank, { key: form.key, ...by })
    return { takenBack: form.key }
  }
  return { made: { label: form.label, ...keys.giveKey(instance().bank, { ...form, ...by }) } }
})

export const handle: PageHandle = { title: (t) => t('areas.lrs-keys') }

/** Who may send statements to the endpoint, and read them there. */
export default function LrsKeys() {
  useOwnWords('lrsKeys', { fr: keysFr, en: keysEn })
  const { t } = useTranslation('lrsKeys')
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>
        {t('intro')} <code>{data.endpoint}</code>
      </p>
      <Refusal data={answer} />
      {answer && 'takenBack' in answer && (
        <Notice tone="ok" answers={answer.takenBack}>
          {t('takenBack')}
        </Notice>
      )}
      <NewKey made={answer && 'made' in answer ? answer.made : null} />
      <KeyLists {...data} />
    </div>
  )
}
