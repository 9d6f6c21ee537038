import { instance } from '#app/db/instance.server.ts'
import type { TrialKey } from '#app/services/trials/find-trial.server.ts'
import { readTold } from '#app/services/trials/read-told.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'

/** What the report of a session says, without who the participants are. */
export function readReport(key: TrialKey, now: Date) {
  const here = instance()
  const view = readTrial(here.bank, key)
  const told = view.participants.map((each) => [each.id, readTold(here, view.trial, each)])
  return {
    ...view,
    participants: view.participants.map((each) => ({ ...each, name: '', email: '' })),
    told: Object.fromEntries(told) as Record<string, ReturnType<typeof readTold>>,
    at: now.getTime(),
  }
}
