import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { saveChange } from '#app/services/modules/save-change.server.ts'
import type { DocumentChange } from '#content-schema/changes/change.ts'
import type { Outline } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'

const anObject = (value: unknown) => typeof value === 'object' && value !== null
/** What stands inside a change is checked where it is made, for it is as deep as a document. */
const Save = z.object({
  base: z.array(
    z.tuple([z.string().max(100)], z.string().max(100).nullable()),
  ) as unknown as z.ZodType<Outline>,
  change: z.custom<DocumentChange>(
    (value) => anObject(value) && anObject((value as DocumentChange).doc),
  ),
  setAside: z.array(z.custom<StoredDocument>(anObject)).max(500).optional(),
})

/**
 * Autosave: answers only once what was written is on the disk, with what others wrote meanwhile;
 * or with the sections that a person must choose between.
 */
export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'module:write')
  const { moduleId } = readParams(params, ModuleParams)
  const save = parse(Save, await bodyOf(request))
  return saveChange(instance().bank, {
    ...save,
    ...{ moduleId, organisationId, personId },
    now: new Date(),
  })
})

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new UserError('document.malformed', {}, 400)
  }
}
