import type { Bank } from '#app/db/client.server.ts'
import {
  type ObservationKind,
  type TaskResult,
  trialObservations,
  trialTaskResults,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { refuseWithoutConsent } from './consent.server.ts'
import { type Acting, findTrialIn } from './find-trial.server.ts'
import { findParticipant } from './participants.server.ts'

export type NewObservation = {
  /** Made by the browser, so that sending it again changes nothing. */
  id: string
  participantId: string
  taskId: string | null
  nodeId: string | null
  kind: ObservationKind
  text: string
  /** Milliseconds since 1970, by the observer's clock. */
  at: number
}

const moments = ['running', 'analysing'] as const

/**
 * Keeps what was observed, of participants who agreed to it. Those sent before are passed over.
 *
 * @returns the ids that stand in the bank now
 * @throws UserError `trial.not-found` (404), `trial.other-moment` (409), `trial.no-consent` (403)
 */
export function addObservations(
  bank: Bank,
  { observations, ...acting }: Acting & { observations: readonly NewObservation[] },
): string[] {
  return bank.transaction(
    (tx) => {
      const trial = findTrialIn(tx, acting, [...moments])
      for (const { participantId, taskId, ...seen } of observations) {
        findParticipant(tx, { trialId: trial.id, participantId })
        refuseWithoutConsent(tx, participantId, 'notes')
        const task = trial.protocol.tasks.some(({ id }) => id === taskId) ? taskId : null
        tx.insert(trialObservations)
          .values({
            ...{ ...seen, participantId, trialId: trial.id, taskId: task },
            observerId: acting.personId,
          })
          .onConflictDoNothing()
          .run()
      }
      return observations.map(({ id }) => id)
    },
    { behavior: 'immediate' },
  )
}

/** How a participant got on with a task; said again, it is corrected. */
export function judgeTask(
  bank: Bank,
  given: Acting & { participantId: string; taskId: string; result: TaskResult },
): void {
  const { participantId, taskId, result, now } = given
  bank.transaction((tx) => {
    const trial = findTrialIn(tx, given, [...moments])
    findParticipant(tx, { trialId: trial.id, participantId })
    refuseWithoutConsent(tx, participantId, 'notes')
    if (!trial.protocol.tasks.some(({ id }) => id === taskId))
      throw new UserError('form.field', { field: 'taskId' })
    const at = now.getTime()
    tx.insert(trialTaskResults)
      .values({ participantId, taskId, result, at })
      .onConflictDoUpdate({
        target: [trialTaskResults.participantId, trialTaskResults.taskId],
        set: { result, at },
      })
      .run()
  })
}
