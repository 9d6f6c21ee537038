import { instance } from '#app/db/instance.server.ts'
import { csvResponse } from '#app/http/csv.ts'
import { loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { thirdPartyCsv } from '#app/http/third-party-csv.server.ts'
import { findThirdParty } from '#app/services/rights-register/register.server.ts'
import { readRegisterQuery } from '#app/services/rights-register/third-party.ts'

/** The register of third-party elements as a sheet: all that the page would show, on all its pages. */
export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'asset:read')
  const query = readRegisterQuery(new URL(request.url).searchParams)
  const asked = { ...query, organisationId, now: new Date() }
  const rows = findThirdParty(instance().bank, asked)
  return csvResponse(thirdPartyCsv(rows, currentLanguage(request)))
})
