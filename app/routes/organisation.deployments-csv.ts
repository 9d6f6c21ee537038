import { instance } from '#app/db/instance.server.ts'
import { csvResponse } from '#app/http/csv.ts'
import { deploymentsCsv } from '#app/http/deployments-csv.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { readDeploymentQuery } from '#app/services/deployments/deployment.ts'
import { findDeployments } from '#app/services/deployments/list-deployments.server.ts'

/** The register as a sheet: all that the page would show, on all its pages. */
export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'deployment:read')
  const query = readDeploymentQuery(new URL(request.url).searchParams)
  const rows = findDeployments(instance(), { ...query, organisationId, now: new Date() })
  return csvResponse(deploymentsCsv(rows, currentLanguage(request)))
})
