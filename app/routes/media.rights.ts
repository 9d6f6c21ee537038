import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { rightsIn } from '#app/http/rights-form.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { foundRights } from '#app/services/assets/found-rights.server.ts'
import { recentRights } from '#app/services/assets/recent-rights.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { rightsChoices } from '#app/services/assets/rights-choices.server.ts'

/** What is known of a file that just came, and what was said of the last ones. */
export const loader = loads(async ({ request }) => {
  const { organisationId, personId } = requireMember(request, 'asset:add')
  const { bank, settings } = instance()
  const digest = new URL(request.url).searchParams.get('digest') ?? ''
  const asset = findAsset(bank, { digest, organisationId })
  if (!asset) throw new UserError('asset.not-found', {}, 404)
  return {
    rights: asset.rights,
    embedded: await foundRights(
      { bank, dataDir: settings.dataDir },
      { ...asset, organisationId },
    ),
    recent: recentRights(bank, { organisationId, personId }),
    ...rightsChoices(bank, organisationId),
  }
})

const RightsForm = z.looseObject({ digest: z.string() })

export const action = acts(async ({ request }) => {
  const { organisationId, personId } = requireMember(request, 'asset:add')
  const form = await readForm(request, RightsForm)
  const { digest } = form
  recordRights(instance().bank, {
    digest,
    record: rightsIn(form),
    organisationId,
    personId,
    now: new Date(),
  })
  return { done: digest }
})
