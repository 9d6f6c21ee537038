import { and, eq } from 'drizzle-orm'
import { modules, trialParticipants, trials } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { inHandsOf } from '#app/services/modules/hands.server.ts'

export type Trial = typeof trials.$inferSelect
export type Participant = typeof trialParticipants.$inferSelect
export type TrialKey = { trialId: string; organisationId: string }
/** Somebody does something in a session. */
export type Acting = TrialKey & { personId: string; now: Date }

/** @throws UserError `trial.not-found` (404), also where its module is not in its hands */
export function findTrial(db: Reader, { trialId, organisationId }: TrialKey): Trial {
  const found = db
    .select({ trial: trials })
    .from(trials)
    .innerJoin(modules, eq(modules.id, trials.moduleId))
    .where(and(eq(trials.id, trialId), inHandsOf(db, organisationId)))
    .get()
  if (!found) throw new UserError('trial.not-found', {}, 404)
  return found.trial
}

/**
 * A session that is where it has to be for what is asked.
 *
 * @throws UserError `trial.not-found` (404), `trial.other-moment` (409)
 */
export function findTrialIn(
  db: Reader,
  key: TrialKey,
  states: readonly Trial['state'][],
): Trial {
  const trial = findTrial(db, key)
  if (!states.includes(trial.state)) throw new UserError('trial.other-moment', {}, 409)
  return trial
}

/** Somebody who takes part, and in what; whoever asks has their link. */
export function findTakingPart(
  db: Reader,
  participantId: string,
): { participant: Participant; trial: Trial } {
  const found = db
    .select({ participant: trialParticipants, trial: trials })
    .from(trialParticipants)
    .innerJoin(trials, eq(trials.id, trialParticipants.trialId))
    .where(eq(trialParticipants.id, participantId))
    .get()
  if (!found) throw new UserError('trial.not-found', {}, 404)
  return found
}

/** Whether participants may try the module. */
export function isOpen({ state }: Trial): boolean {
  return state === 'running'
}
