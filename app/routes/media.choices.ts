import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { searchLibrary } from '#app/services/assets/library.server.ts'
import { readLibraryQuery } from '#app/services/assets/library-query.ts'

/** The files that match, for whoever chooses one while writing. */
export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'asset:read')
  const query = readLibraryQuery(new URL(request.url).searchParams)
  return searchLibrary(instance().bank, { ...query, organisationId, now: new Date() })
})
