import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { searchCompetencies } from '#app/services/competencies/read-frameworks.server.ts'

/** The competencies that match a few words, for the page that ties a module to them. */
export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'framework:read')
  const asked = new URL(request.url).searchParams.get('query') ?? ''
  const query = asked.slice(0, 200)
  return { query, hits: searchCompetencies(instance().bank, { query, organisationId }) }
})
