import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { parse, readJson } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { previewIdentity } from '#app/services/identity/preview-identity.server.ts'
import { IdentityFields } from '#packaging/index.ts'

const Previewed = z.object({ identity: IdentityFields, language: z.enum(languages) })

/** Where an identity can be seen that is not kept yet. */
export const action = acts(async ({ request }) => {
  const { organisationId } = requireMember(request, 'identity:keep')
  const previewed = parse(Previewed, await readJson(request))
  const wanted = { ...previewed, organisationId, now: new Date() }
  return { url: await previewIdentity(instance(), wanted) }
})
