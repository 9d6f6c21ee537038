import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { listSetAside } from '#app/services/modules/set-aside.server.ts'

/** Sections that were not chosen between two versions, for the page on which one writes. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const key = { ...readParams(params, ModuleParams), organisationId, now: new Date() }
  return { sections: listSetAside(instance().bank, key) }
})
