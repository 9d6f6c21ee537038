import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { offeredFor } from '#app/services/paths/offered.server.ts'

const Asked = z.object({ q: z.string().max(200).catch('') })

/** The modules of which something may be reused, for whoever writes another. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { moduleId } = findDraft(bank, key)
  const { q } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  return offeredFor(bank, { organisationId, moduleId, words: q, withoutPaths: true })
})
