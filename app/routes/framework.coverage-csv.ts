import { instance } from '#app/db/instance.server.ts'
import { coverageCsv } from '#app/http/coverage-csv.server.ts'
import { csvResponse } from '#app/http/csv.ts'
import { loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { has, readCoverageQuery } from '#app/services/competencies/coverage/coverage.ts'
import { readCoverage } from '#app/services/competencies/coverage/read-coverage.server.ts'

/** The matrix as a sheet: all the columns of what the page shows. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'framework:read')
  const { frameworkId } = readParams(params, FrameworkParams)
  const query = readCoverageQuery(new URL(request.url).searchParams)
  const coverage = readCoverage(instance().bank, { ...query, frameworkId, organisationId })
  const { finding } = query
  const rows = finding ? coverage.rows.filter((row) => has(row, finding)) : coverage.rows
  return csvResponse(coverageCsv({ ...coverage, rows }, currentLanguage(request)))
})
