import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { IdentityForm } from '#app/http/identity-form.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import identityEn from '#app/i18n/en/identity.json'
import identityFr from '#app/i18n/fr/identity.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { keepIdentity, readIdentity } from '#app/services/identity/identity.server.ts'
import { IdentityCard } from '#app/ui/identity/identity-card.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { plainIdentity } from '#packaging/index.ts'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'identity:keep')
  const identity = readIdentity(instance().bank, organisationId) ?? plainIdentity
  return { identity }
})

export const action = acts(async ({ request }) => {
  const { organisationId, personId } = requireMember(request, 'identity:keep')
  const identity = await readForm(request, IdentityForm)
  keepIdentity(instance().bank, { identity, organisationId, personId, now: new Date() })
  return { kept: true }
})

export const handle: PageHandle = { title: (t) => t('areas.identity') }

export default function OrganisationIdentity() {
  useOwnWords('identity', { fr: identityFr, en: identityEn })
  const { t } = useTranslation('identity')
  const { identity } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('heading')}</h1>
      <p>{t('intro')}</p>
      <Refusal data={answer} />
      {answer && 'kept' in answer && (
        <Notice tone="ok" answers={answer}>
          {t('kept')}
        </Notice>
      )}
      <IdentityCard kept={identity} />
    </div>
  )
}
