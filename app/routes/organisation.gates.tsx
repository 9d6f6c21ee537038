import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { exportsAtEnd } from '#app/db/schema/bank/index.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import gatesEn from '#app/i18n/en/gates.json'
import gatesFr from '#app/i18n/fr/gates.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  keepGateProfile,
  listGateProfiles,
} from '#app/services/publication/gate-profiles.server.ts'
import { ProfileForm } from '#app/ui/gates/profile-form.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { aspects, intendedUses } from '#content-schema/module.ts'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'gate-profile:keep')
  return { profiles: listGateProfiles(instance().bank, organisationId) }
})

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'gate-profile:keep')
  const { intent, intendedUse, participants, ...asked } = await readForm(request, ProfileFields)
  const trial = participants > 0 ? { participants } : null
  const profile = intent === 'reset' ? null : { ...asked, trial }
  const acting = { organisationId, personId, now: new Date() }
  keepGateProfile(instance().bank, { ...acting, intendedUse, profile })
  return { done: intent }
})

const ticked = z.array(z.enum(aspects)).default([])

const ProfileFields = z.object({
  intent: z.enum(['save', 'reset']),
  intendedUse: z.enum(intendedUses),
  signOffs: ticked,
  guarantees: ticked,
  exportAtEnd: z.enum(exportsAtEnd),
  participants: z.coerce.number().int().min(0).max(60).default(0),
})

export const handle: PageHandle = { title: (t) => t('areas.gates') }

/** What an organisation asks of its modules before they go out, by what they are meant for. */
export default function OrganisationGates() {
  useOwnWords('gates', { fr: gatesFr, en: gatesEn })
  const { t } = useTranslation('gates')
  const { profiles } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('profiles.title')}</h1>
      <p>{t('profiles.lead')}</p>
      <Refusal data={data} />
      {data && 'done' in data && <Notice tone="ok">{t('profiles.saved')}</Notice>}
      {profiles.map((profile) => (
        <ProfileForm key={`${profile.intendedUse} ${profile.changedAt}`} profile={profile} />
      ))}
    </div>
  )
}
