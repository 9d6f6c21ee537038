import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { readCheckFacts } from '#app/services/checks/read-check-facts.server.ts'

/** What the checks of the page on which one writes need to know of the module and its files. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const { bank, settings } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId, now: new Date() }
  return readCheckFacts({ bank, dataDir: settings.dataDir }, key)
})
