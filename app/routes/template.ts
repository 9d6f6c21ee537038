import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { parse, readJson, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { may } from '#app/services/rights.ts'
import {
  changeTemplate,
  removeTemplate,
} from '#app/services/templates/change-template.server.ts'
import { readTemplate } from '#app/services/templates/find-templates.server.ts'
import { TemplateName } from '#app/services/templates/keep-template.server.ts'

const Params = z.object({ templateId: z.string() })

/** One template, to be inserted. */
export const loader = loads(({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'template:use')
  const { templateId } = readParams(params, Params)
  return readTemplate(instance().bank, { templateId, organisationId, personId })
})

const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change'), name: TemplateName, shared: z.boolean() }),
  z.object({ intent: z.literal('remove') }),
])

export const action = acts(async ({ request, params }) => {
  const member = requireMember(request, 'template:use')
  const { templateId } = readParams(params, Params)
  const change = parse(Change, await readJson(request))
  const { bank } = instance()
  const { organisationId, personId } = member
  const key = { organisationId, personId, templateId, manages: may(member, 'template:manage') }
  if (change.intent === 'remove') removeTemplate(bank, key)
  else {
    if (change.shared) requireMember(request, 'template:share')
    changeTemplate(bank, { ...key, name: change.name, shared: change.shared })
  }
  return { done: templateId }
})
