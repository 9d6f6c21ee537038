import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { TokenForm } from '#app/http/token-form.ts'
import apiEn from '#app/i18n/en/api.json'
import apiFr from '#app/i18n/fr/api.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listTokens, makeToken, revokeToken } from '#app/services/api-tokens/tokens.server.ts'
import { NewToken } from '#app/ui/api-tokens/new-token.tsx'
import { TokenList } from '#app/ui/api-tokens/token-list.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'api-token:manage')
  const { bank, settings } = instance()
  return {
    tokens: listTokens(bank, organisationId),
    api: `${settings.publicUrl}/api/v1`,
    now: Date.now(),
  }
})

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'api-token:manage')
  const form = await readForm(request, TokenForm)
  const who = { personId, organisationId, now: new Date() }
  if (form.intent === 'revoke') {
    revokeToken(instance().bank, { tokenId: form.tokenId, ...who })
    return { revoked: form.tokenId }
  }
  const { id, secret } = makeToken(instance().bank, { ...form, ...who })
  return { made: { id, name: form.name, secret } }
})

export const handle: PageHandle = { title: (t) => t('areas.api-tokens') }

export default function ApiTokens() {
  useOwnWords('api', { fr: apiFr, en: apiEn })
  const { t } = useTranslation('api')
  const { tokens, api, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>
        {t('intro')} <code>{api}</code> <a href="/api/v1/openapi.json">{t('description')}</a>
      </p>
      <Refusal data={answer} />
      <NewToken made={answer && 'made' in answer ? answer.made : null} />
      <TokenList tokens={tokens} now={now} />
    </div>
  )
}
