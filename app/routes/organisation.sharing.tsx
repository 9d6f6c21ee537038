import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import sharingEn from '#app/i18n/en/sharing.json'
import sharingFr from '#app/i18n/fr/sharing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { may } from '#app/services/rights.ts'
import { answerCoAuthoring } from '#app/services/sharing/co-authors.server.ts'
import { listCoWritten, listInvitations } from '#app/services/sharing/co-written.server.ts'
import {
  answerNetwork,
  createNetwork,
  inviteToNetwork,
  leaveNetwork,
  listNetworks,
} from '#app/services/sharing/networks.server.ts'
import { otherOrganisations } from '#app/services/sharing/visibility.server.ts'
import {
  listVisitorMessages,
  removeVisitorMessage,
} from '#app/services/sharing/visitor-messages.server.ts'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { CoWrittenModules, Invitations } from '#app/ui/sharing/co-writing.tsx'
import { NetworkList, NewNetwork } from '#app/ui/sharing/network-list.tsx'
import { VisitorMessages } from '#app/ui/sharing/visitor-messages.tsx'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'co-author:decide')
  const { bank } = instance()
  const manages = may(member, 'network:manage')
  return {
    invitations: listInvitations(bank, member),
    coWritten: listCoWritten(bank, member),
    manages,
    messages: may(member, 'visitor-message:handle') ? listVisitorMessages(bank, member) : [],
    networks: manages ? listNetworks(bank, member) : [],
    others: otherOrganisations(bank, member.organisationId),
  }
})

const networkId = z.string().max(40)

const NetworkForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('create'), name: z.string().trim().min(1).max(80) }),
  z.object({ intent: z.literal('invite'), networkId, invitedId: z.string().max(40) }),
  z.object({ intent: z.literal('accept'), networkId }),
  z.object({ intent: z.literal('decline'), networkId }),
  z.object({ intent: z.literal('leave'), networkId }),
  z.object({ intent: z.literal('handled'), messageId: z.string().max(40) }),
  z.object({ intent: z.literal('co-write'), moduleId: z.string().max(40) }),
  z.object({ intent: z.literal('not-co-write'), moduleId: z.string().max(40) }),
])

export const action = acts(async ({ request }) => {
  const form = await readForm(request, NetworkForm)
  const { bank } = instance()
  if (form.intent === 'handled') {
    removeVisitorMessage(bank, { ...requireMember(request, 'visitor-message:handle'), ...form })
    return null
  }
  if (form.intent === 'co-write' || form.intent === 'not-co-write') {
    const { personId, organisationId } = requireMember(request, 'co-author:decide')
    const { moduleId } = form
    const answering = { moduleId, organisationId, personId, now: new Date() }
    answerCoAuthoring(bank, { ...answering, accepted: form.intent === 'co-write' })
    return null
  }
  const { personId, organisationId } = requireMember(request, 'network:manage')
  const acting = { organisationId, personId, now: new Date() }
  if (form.intent === 'create') createNetwork(bank, { ...acting, name: form.name })
  else if (form.intent === 'invite') inviteToNetwork(bank, { ...acting, ...form })
  else if (form.intent === 'leave') leaveNetwork(bank, { ...acting, ...form })
  else answerNetwork(bank, { ...acting, ...form, accepted: form.intent === 'accept' })
  return null
})

export const handle: PageHandle = { title: (t) => t('areas.sharing') }

/** The networks in which the organisation shares, what it writes with others, what visitors wrote to it. */
export default function OrganisationSharing() {
  useOwnWords('sharing', { fr: sharingFr, en: sharingEn })
  const { t } = useTranslation('sharing')
  const { messages, networks, others, manages, invitations, coWritten } =
    useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>{t('networks.title')}</h1>
      <Refusal data={useActionData<typeof action>()} />
      <VisitorMessages messages={messages} />
      <Invitations invitations={invitations} />
      <CoWrittenModules modules={coWritten} />
      {manages && <p>{t('networks.lead')}</p>}
      {manages && <NetworkList networks={networks} others={others} />}
      {manages && <NewNetwork key={networks.length} />}
    </div>
  )
}
