import { instance } from '#app/db/instance.server.ts'
import { redirect } from '#app/framework.ts'
import { cataloguePath } from '#app/http/catalogue-address.ts'
import { loads } from '#app/http/handlers.server.ts'
import { currentMember, requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { publicEdition } from '#app/services/sharing/visibility.server.ts'
import { parseActivity } from '#content-schema/statements/activities.ts'

/**
 * Activity ids can be opened: they lead whoever writes the module to its page, and everybody else to
 * what is public of it.
 */
export const loader = loads(({ request, params }) => {
  const { iriBase, bank } = instance()
  const activity = parseActivity(iriBase, `${iriBase}/${params['*'] ?? ''}`)
  const shown = activity && publicEdition(bank, activity.moduleId)
  if (shown && currentMember(request)?.organisationId !== shown.organisationId)
    return redirect(cataloguePath(shown))
  requireMember(request, 'module:read')
  if (!activity) throw new UserError('page.not-found', {}, 404)
  const place = activity.kind === 'section' ? `/quality#${activity.sectionId}` : '/quality'
  return redirect(`/modules/${activity.moduleId}${place}`)
})
