import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { parse, readJson } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { may } from '#app/services/rights.ts'
import { listTemplates } from '#app/services/templates/find-templates.server.ts'
import {
  keepTemplate,
  TemplateName,
  templateKinds,
} from '#app/services/templates/keep-template.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'

/** What the insert menu offers besides elements, and what its reader may do with it. */
export const loader = loads(({ request }) => {
  const member = requireMember(request, 'template:use')
  return {
    templates: listTemplates(instance().bank, member),
    mayShare: may(member, 'template:share'),
    mayManage: may(member, 'template:manage'),
  }
})

const Kept = z.object({
  name: TemplateName,
  kind: z.enum(templateKinds),
  shared: z.boolean(),
  document: z.custom<StoredDocument>((value) => typeof value === 'object' && value !== null),
})

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'template:use')
  const kept = parse(Kept, await readJson(request))
  if (kept.shared) requireMember(request, 'template:share')
  const by = { personId, organisationId, now: new Date() }
  return { id: keepTemplate(instance().bank, { ...kept, ...by }) }
})
