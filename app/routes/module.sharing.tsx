import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { visibilities } from '#app/db/schema/bank/sharing.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import sharingEn from '#app/i18n/en/sharing.json'
import sharingFr from '#app/i18n/fr/sharing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { findDraft, latestEdition } from '#app/services/modules/find-module.server.ts'
import { may } from '#app/services/rights.ts'
import { isNarrower } from '#app/services/sharing/audience.ts'
import { listNetworks } from '#app/services/sharing/networks.server.ts'
import { readSharing } from '#app/services/sharing/read-sharing.server.ts'
import { otherOrganisations, setVisibility } from '#app/services/sharing/visibility.server.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ConfirmNarrowing } from '#app/ui/sharing/confirm-narrowing.tsx'
import { SharingPanel } from '#app/ui/sharing/sharing-panel.tsx'
import { licence } from '#content-schema/licences/catalogue.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank } = instance()
  const draft = findDraft(bank, { ...readParams(params, ModuleParams), organisationId })
  const edition = latestEdition(bank, draft.moduleId)
  return {
    moduleId: draft.moduleId,
    organisationId,
    code: draft.facts.code,
    sharing: readSharing(bank, draft.moduleId),
    edition: edition && `${edition.major}.${edition.minor}`,
    licence: licence(draft.facts.licence),
    networks: listNetworks(bank, member).filter(({ state }) => state === 'member'),
    others: otherOrganisations(bank, organisationId),
    mayShare: may(member, 'module:share'),
  }
})

const SharingForm = z.object({
  visibility: z.enum(visibilities),
  networkId: z.string().max(40).default(''),
  organisations: z.array(z.string().max(40)).max(500).default([]),
  /** Said once more, where fewer would find the module than before. */
  confirmed: z.string().optional(),
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'module:share')
  const { bank } = instance()
  const { moduleId } = findDraft(bank, { ...readParams(params, ModuleParams), organisationId })
  const form = await readForm(request, SharingForm)
  const { visibility, confirmed } = form
  const wanted = {
    ...{ visibility, networkId: form.networkId || null },
    organisationIds: form.organisations,
  }
  if (!confirmed && isNarrower(wanted, readSharing(bank, moduleId)))
    return { confirm: wanted, done: false }
  setVisibility(bank, { ...wanted, moduleId, organisationId, personId, now: new Date() })
  return { confirm: null, done: true }
})

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
          {t('panel.saved')}
        </Notice>
      )}
      {confirm && <ConfirmNarrowing wanted={confirm} />}
      <SharingPanel key={JSON.stringify(data.sharing)} {...data} />
    </div>
  )
}
