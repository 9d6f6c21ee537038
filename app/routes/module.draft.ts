import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'

const Save = z.object({
  baseVersion: z.number().int(),
  document: z.custom<StoredDocument>((value) => typeof value === 'object' && value !== null),
})

/** Autosave: answers only once the document is on the disk, or with what somebody else saved first. */
export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'module:write')
  const { moduleId } = readParams(params, ModuleParams)
  const { baseVersion, document } = parse(Save, await bodyOf(request))
  const result = saveDraft(instance().bank, {
    moduleId,
    organisationId,
    personId,
    baseVersion,
    change: { document },
    now: new Date(),
  })
  if (result.saved) return { version: result.version }
  const { version, savedAt } = result.current
  return { conflict: { version, savedAt, document: result.current.document } }
})

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new UserError('document.malformed', {}, 400)
  }
}
