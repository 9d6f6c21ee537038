import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import {
  decideCommercialUse,
  withdrawDecision,
} from '#app/services/delivery-rights/decide-commercial-use.server.ts'

const DecisionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('decide'), reason: z.string().trim().min(1).max(1000) }),
  z.object({ intent: z.literal('withdraw'), decisionId: z.string().max(40) }),
])

/** Whether what excludes commercial use may be used so in a module: somebody's decision, in writing. */
export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'commercial-use:decide')
  const { moduleId } = readParams(params, ModuleParams)
  const form = await readForm(request, DecisionForm)
  const key = { moduleId, organisationId, personId, now: new Date() }
  if (form.intent === 'decide') decideCommercialUse(instance().bank, { ...key, ...form })
  else withdrawDecision(instance().bank, { ...key, ...form })
  return { done: form.intent }
})
