import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { acts } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findDraftVersion, findHold } from '#app/services/modules/hands.server.ts'
import { WhoWrites } from '#app/services/presence/who-writes.ts'

const whoWrites = new WhoWrites()
const id = z.string().regex(/^[0-9a-z]{10}$/)
const Presence = z.object({
  tab: id,
  sectionId: id.nullable(),
  hidden: z.boolean(),
  leaving: z.boolean().default(false),
})

/**
 * A page that is open on a module says so every few seconds, and is told who else is there and
 * which version the draft has come to. Asked again and again rather than kept open: it passes any
 * proxy, and a restart of the server is made good by the next question.
 */
export const action = acts(async ({ request, params }) => {
  const { personId, organisationId, ...member } = requireMember(request, 'module:write')
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { moduleId, version } = findDraftVersion(bank, key)
  const said = parse(Presence, await request.json().catch(() => null))
  if (said.leaving) {
    whoWrites.leave(moduleId, { tab: said.tab, personId }, new Date())
    return { version, others: [] }
  }
  const comes = findHold(bank, key).as === 'co-author'
  const name = comes ? `${member.name} (${member.organisationName})` : member.name
  const others = whoWrites
    .say(moduleId, { ...said, personId, name }, new Date())
    .map(({ personId: other, ...writer }) => ({ ...writer, myself: other === personId }))
  return { version, others }
})
