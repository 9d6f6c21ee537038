import { instance } from '#app/db/instance.server.ts'
import { redirect } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { parseActivity } from '#content-schema/statements/activities.ts'

/** Activity ids can be opened: they lead to the page of their module. */
export const loader = loads(({ request, params }) => {
  requireMember(request, 'module:read')
  const { iriBase } = instance()
  const activity = parseActivity(iriBase, `${iriBase}/${params['*'] ?? ''}`)
  if (!activity) throw new UserError('page.not-found', {}, 404)
  const place = activity.kind === 'section' ? `/quality#${activity.sectionId}` : '/quality'
  return redirect(`/modules/${activity.moduleId}${place}`)
})
