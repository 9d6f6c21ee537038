import { instance } from '#app/db/instance.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { PackageParams } from '#app/http/module-params.ts'
import { PackageForm } from '#app/http/package-form.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { cancelExport } from '#app/services/exports/cancel-export.server.ts'
import { repeatExport } from '#app/services/exports/repeat-export.server.ts'
import { endThin, limitThin, reopenThin } from '#app/services/thin/change-thin.server.ts'

/** One package of a list: given up while it is made, asked for again; ended or capped where it is played from here. */
export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'package:export')
  const { packageId } = readParams(params, PackageParams)
  const form = await readForm(request, PackageForm)
  const asking = { packageId, organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (form.intent === 'again') return { asked: repeatExport(bank, asking) }
  if (form.intent === 'cancel') {
    cancelExport(bank, asking)
    return { cancelled: packageId }
  }
  requireMember(request, 'thin-package:manage')
  const { intent, endsOn, mostLearners } = form
  if (intent === 'end') endThin(bank, asking)
  else if (intent === 'reopen') reopenThin(bank, asking)
  else limitThin(bank, { ...asking, endsOn, mostLearners })
  return { changed: packageId }
})
