import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { visibilities } from '#app/db/schema/bank/sharing.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import sharingEn from '#app/i18n/en/sharing.json'
import sharingFr from '#app/i18n/fr/sharing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  type Draft,
  findDraft,
  latestEdition,
} from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { type Member, may } from '#app/services/rights.ts'
import { isNarrower } from '#app/services/sharing/audience.ts'
import {
  inviteCoAuthor,
  leaveCoAuthoring,
  letPublish,
  listCoAuthors,
  removeCoAuthor,
} from '#app/services/sharing/co-authors.server.ts'
import { readCoWriting } from '#app/services/sharing/co-written.server.ts'
import { listNetworks } from '#app/services/sharing/networks.server.ts'
import { readSharing } from '#app/services/sharing/read-sharing.server.ts'
import { otherOrganisations, setVisibility } from '#app/services/sharing/visibility.server.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { CoAuthorPanel, CoWritingPanel } from '#app/ui/sharing/co-author-panel.tsx'
import { ConfirmNarrowing } from '#app/ui/sharing/confirm-narrowing.tsx'
import { SharingPanel } from '#app/ui/sharing/sharing-panel.tsx'
import { licence } from '#content-schema/licences/catalogue.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank } = instance()
  const held = findHeld(bank, { ...readParams(params, ModuleParams), organisationId })
  const { draft } = held
  return {
    coAuthors: listCoAuthors(bank, draft.moduleId),
    owner: readCoWriting(bank, held)?.owner ?? null,
    mayDecide: may(member, 'co-author:decide'),
    isPath: draft.facts.kind === 'path',
    others: otherOrganisations(bank, organisationId),
    own: held.as === 'owner' ? ownersView(member, draft) : null,
  }
})

/** With whom a module is shared is its owner's business. */
function ownersView(member: Member, { moduleId, facts }: Draft) {
  const { organisationId } = member
  const { bank } = instance()
  const edition = latestEdition(bank, moduleId)
  return {
    moduleId,
    organisationId,
    code: facts.code,
    sharing: readSharing(bank, moduleId),
    edition: edition && `${edition.major}.${edition.minor}`,
    licence: licence(facts.licence),
    networks: listNetworks(bank, member).filter(({ state }) => state === 'member'),
    mayShare: may(member, 'module:share'),
  }
}

const coAuthorId = z.string().max(40)

const SharingForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('invite'),
    invitedId: z.string().max(40),
    mayPublish: z.string().optional(),
  }),
  z.object({ intent: z.enum(['let', 'stop', 'remove']), coAuthorId }),
  z.object({ intent: z.literal('leave') }),
  z.object({
    intent: z.literal('share'),
    visibility: z.enum(visibilities),
    networkId: z.string().max(40).default(''),
    organisations: z.array(z.string().max(40)).max(500).default([]),
    /** Said once more, where fewer would find the module than before. */
    confirmed: z.string().optional(),
  }),
])

type CoAuthorForm = Exclude<z.infer<typeof SharingForm>, { intent: 'share' }>

export const action = acts(async ({ request, params }) => {
  const form = await readForm(request, SharingForm)
  const right = form.intent === 'share' ? 'module:share' : 'co-author:decide'
  const { personId, organisationId } = requireMember(request, right)
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  if (form.intent !== 'share') return decide(form, { ...key, personId, now: new Date() })
  const { moduleId } = findDraft(bank, key)
  const { visibility, confirmed } = form
  const wanted = {
    ...{ visibility, networkId: form.networkId || null },
    organisationIds: form.organisations,
  }
  if (!confirmed && isNarrower(wanted, readSharing(bank, moduleId)))
    return { confirm: wanted, done: null }
  setVisibility(bank, { ...wanted, moduleId, organisationId, personId, now: new Date() })
  return { confirm: null, done: form.intent }
})

type Acting = { moduleId: string; organisationId: string; personId: string; now: Date }

function decide(form: CoAuthorForm, acting: Acting) {
  const { bank } = instance()
  if (form.intent === 'leave') {
    leaveCoAuthoring(bank, acting)
    return redirect('/modules')
  }
  if (form.intent === 'invite') {
    const { invitedId, mayPublish } = form
    inviteCoAuthor(bank, { ...acting, invitedId, mayPublish: mayPublish !== undefined })
  } else if (form.intent === 'remove') removeCoAuthor(bank, { ...acting, ...form })
  else letPublish(bank, { ...acting, ...form, mayPublish: form.intent === 'let' })
  return { confirm: null, done: form.intent }
}

export const handle: PageHandle = { title: (t) => t('modules:tabs.sharing') }

/** Who else may find, read and reuse the module. */
export default function ModuleSharing() {
  useOwnWords('sharing', { fr: sharingFr, en: sharingEn })
  const { t } = useTranslation('sharing')
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const confirm = answer && 'confirm' in answer ? answer.confirm : null
  return (
    <div className="stack">
      <Refusal data={answer} />
      {answer && 'done' in answer && answer.done && (
        <Notice tone="ok" answers={answer}>
          {t(answer.done === 'share' ? 'panel.saved' : `coAuthors.done.${answer.done}`)}
        </Notice>
      )}
      {confirm && <ConfirmNarrowing wanted={confirm} />}
      {data.own && (
        <SharingPanel
          key={JSON.stringify(data.own.sharing)}
          {...data.own}
          others={data.others}
        />
      )}
      {data.own && !data.isPath && <CoAuthorPanel {...data} mayInvite={data.mayDecide} />}
      {data.owner && <CoWritingPanel {...data} owner={data.owner} mayLeave={data.mayDecide} />}
    </div>
  )
}
