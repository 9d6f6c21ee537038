import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { observationKinds, taskResults } from '#app/db/schema/bank/index.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { parse, readJson, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { addObservations, judgeTask } from '#app/services/trials/observations.server.ts'
import { readTold } from '#app/services/trials/read-told.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'

/** Who is where, as their statements and their players say; what was observed so far. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'trial:run')
  const here = instance()
  const key = { ...readParams(params, TrialParams), organisationId }
  const { trial, participants, observations } = readTrial(here.bank, key)
  return {
    state: trial.state,
    observations,
    participants: participants.map((participant) => {
      const { id, sectionId, nodeId, startedAt, finishedAt, consents, results } = participant
      const told = readTold(here, trial, participant)
      return { id, sectionId, nodeId, startedAt, finishedAt, consents, results, told }
    }),
  }
})

/** What the console held back, in one go: sent again, it changes nothing. */
export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'trial:run')
  const key = { ...readParams(params, TrialParams), organisationId }
  const sent = parse(Sent, await readJson(request))
  const acting = { ...key, personId, now: new Date() }
  const { bank } = instance()
  if ('result' in sent) {
    judgeTask(bank, { ...acting, ...sent })
    return { kept: [] }
  }
  return { kept: addObservations(bank, { ...acting, ...sent }) }
})

const short = z.string().min(1).max(40)

const Sent = z.union([
  z.object({
    observations: z
      .array(
        z.object({
          id: z.string().min(8).max(60),
          participantId: short,
          taskId: short.nullable(),
          nodeId: short.nullable(),
          kind: z.enum(observationKinds),
          text: z.string().trim().max(4000),
          at: z.number().int().positive(),
        }),
      )
      .max(100),
  }),
  z.object({ participantId: short, taskId: short, result: z.enum(taskResults) }),
])
