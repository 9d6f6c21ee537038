import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { readProtocol } from '#app/http/protocol-form.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import trialsEn from '#app/i18n/en/trials.json'
import trialsFr from '#app/i18n/fr/trials.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  findProtocol,
  keepProtocol,
  listProtocols,
  removeProtocol,
} from '#app/services/trials/protocols.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ProtocolForm } from '#app/ui/trials/protocol-form.tsx'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'protocol:keep')
  const { bank } = instance()
  const asked = new URL(request.url).searchParams
  const from = asked.get('from')
  const language = currentLanguage(request)
  const protocols = listProtocols(bank, { organisationId, language })
  const own = protocols.some(({ id, changedAt }) => id === from && changedAt !== null)
  return {
    protocols,
    edited: from ? findProtocol(bank, { organisationId, protocolId: from }) : null,
    editedId: own && !asked.has('copy') ? from : null,
    from,
  }
})

export const action = acts(async ({ request }) => {
  const { organisationId, personId } = requireMember(request, 'protocol:keep')
  const { intent, protocolId, ...fields } = await readForm(request, Fields)
  const acting = { organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (intent === 'remove') {
    removeProtocol(bank, { ...acting, protocolId })
    return redirect('/organisation/protocols')
  }
  const protocol = readProtocol(fields)
  const id = keepProtocol(bank, { ...acting, protocolId: protocolId || null, protocol })
  return redirect(`/organisation/protocols?from=${id}`)
})

const Fields = z.looseObject({
  intent: z.enum(['save', 'remove']),
  protocolId: z.string().max(40).default(''),
})

export const handle: PageHandle = { title: (t) => t('areas.protocols') }

/** How an organisation runs its sessions with target learners. */
export default function OrganisationProtocols() {
  useOwnWords('trials', { fr: trialsFr, en: trialsEn })
  const { t } = useTranslation('trials')
  const { protocols, edited, editedId, from } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>{t('protocols.title')}</h1>
      <p>{t('protocols.lead')}</p>
      <Refusal data={useActionData<typeof action>()} />
      <ul className="plain-list">
        {protocols.map(({ id, protocol, changedAt }) => (
          <li key={id} className="row">
            <strong>{protocol.name}</strong>
            <span className="soft">{t(`kinds.${protocol.kind}`)}</span>
            {changedAt === null ? (
              <Badge>{t('protocols.shipped')}</Badge>
            ) : (
              <Link to={`?from=${id}`}>{t('protocols.edit')}</Link>
            )}
            <Link to={`?from=${id}&copy`}>{t('protocols.copy')}</Link>
            {changedAt !== null && (
              <Form method="post">
                <input type="hidden" name="protocolId" value={id} />
                <button type="submit" name="intent" value="remove" className="quiet">
                  {t('protocols.remove')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <ProtocolForm
        key={`${from} ${editedId} ${JSON.stringify(edited)}`}
        protocol={edited}
        protocolId={editedId}
      />
    </div>
  )
}
