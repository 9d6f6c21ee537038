import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type TrialDecision, trials } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { type Acting, findTrialIn, type Trial } from './find-trial.server.ts'
import { closeKeys } from './participants.server.ts'

/** Lets participants begin, or lets them go on after the session had been ended. */
export function startTrial(bank: Bank, acting: Acting): void {
  const startedAt = acting.now.getTime()
  move(bank, acting, ['planned', 'recruiting', 'analysing'], 'trial.started', () => ({
    state: 'running',
    startedAt,
    endedAt: null,
  }))
}

/** Nobody begins any more; what browsers still hold back may arrive. */
export function endTrial(bank: Bank, acting: Acting): void {
  const endedAt = acting.now.getTime()
  move(bank, acting, ['running'], 'trial.ended', () => ({ state: 'analysing', endedAt }))
}

/** Whoever is playing is told so at their next step; what they had agreed to is kept. */
export function cancelTrial(bank: Bank, acting: Acting & { reason: string }): void {
  const { reason, now } = acting
  if (reason.trim() === '') throw new UserError('trial.reason-missing')
  move(
    bank,
    acting,
    ['planned', 'recruiting', 'running', 'analysing'],
    'trial.cancelled',
    () => ({
      state: 'cancelled',
      rationale: reason,
      endedAt: now.getTime(),
    }),
  )
}

/** Says what follows for the revision: once, with a reason. */
export function decideTrial(
  bank: Bank,
  acting: Acting & { decision: TrialDecision; rationale: string },
): void {
  const { decision, rationale, personId, now } = acting
  if (rationale.trim() === '') throw new UserError('trial.reason-missing')
  move(bank, acting, ['analysing'], 'trial.decided', () => ({
    ...{ state: 'decided', decision, rationale },
    ...{ decidedBy: personId, decidedAt: now.getTime() },
  }))
}

/** @throws UserError `trial.not-found` (404), `trial.other-moment` (409) */
function move(
  bank: Bank,
  acting: Acting,
  from: Trial['state'][],
  action: string,
  change: () => Partial<Trial>,
): void {
  const { organisationId, personId, now } = acting
  bank.transaction(
    (tx) => {
      const { id, moduleId } = findTrialIn(tx, acting, from)
      const changed = change()
      tx.update(trials).set(changed).where(eq(trials.id, id)).run()
      if (changed.state === 'decided' || changed.state === 'cancelled') closeKeys(tx, id, now)
      const { decision = null, rationale = null } = changed
      recordEvent(tx, {
        ...{ at: now.getTime(), organisationId, personId, action, object: moduleId },
        details: { trialId: id, decision, rationale },
      })
    },
    { behavior: 'immediate' },
  )
}
