import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { readReusable } from '#app/services/reuse/reusable-content.server.ts'

const Params = ModuleParams.extend({ usedModuleId: z.string().min(1).max(80) })

/** What one module has to be reused, for whoever writes another. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  return readReusable(instance().bank, { ...readParams(params, Params), organisationId })
})
