import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { readReused } from '#app/services/reuse/read-reused.server.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { isReference } from '#content-schema/reuse/reference.ts'

const Asked = z.object({
  node: z
    .string()
    .max(8000)
    .transform(parsed)
    .pipe(z.custom<NodeJson>((value) => isReference((value ?? {}) as NodeJson))),
})

/** What a reference that stands in the text, saved or not, leads to. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { node } = parse(Asked, Object.fromEntries(new URL(request.url).searchParams))
  return readReused(instance().bank, { ...key, node })
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError('form.field', { field: 'node' }, 400)
  }
}
