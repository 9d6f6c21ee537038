import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { writeCase } from '#app/services/competencies/case/write-case.ts'
import { readFramework } from '#app/services/competencies/read-frameworks.server.ts'

/** A framework as a CASE 1.1 package, to be kept. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'framework:read')
  const key = { ...readParams(params, FrameworkParams), organisationId }
  const { bank, iriBase } = instance()
  const read = readFramework(bank, key)
  const name = read.framework.code.replace(/[^\w.-]+/g, '-')
  return new Response(JSON.stringify(writeCase(read, iriBase), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.case.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
