import { redirect } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { organisationAreas } from '#app/http/organisation-areas.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'

/** The first area that they may open. */
export const loader = loads(({ request }) => {
  const [first] = organisationAreas(requireMember(request, 'home:read'))
  if (!first) throw new UserError('rights.refused', {}, 403)
  return redirect(`/organisation/${first}`)
})
