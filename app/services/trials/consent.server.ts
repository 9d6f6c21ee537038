import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  type ConsentScope,
  consentScopes,
  lrsCredentials,
  trialAnswers,
  trialConsents,
  trialObservations,
  trialParticipants,
  trialRemarks,
  trialTaskResults,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { eraseRegistration } from '#app/lrs/index.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { findTakingPart, type Participant } from './find-trial.server.ts'

/** Writes to the bank, inside a transaction. */
type Tx = Parameters<Parameters<Bank['transaction']>[0]>[0]

type Given = { participantId: string; scopes: readonly ConsentScope[]; now: Date }

/** What a participant agrees to at present. */
export function consentOf(db: Reader, participantId: string): ConsentScope[] {
  const given = db
    .select({ scope: trialConsents.scope })
    .from(trialConsents)
    .where(
      and(eq(trialConsents.participantId, participantId), isNull(trialConsents.withdrawnAt)),
    )
    .all()
  return consentScopes.filter((scope) => given.some((each) => each.scope === scope))
}

/** @throws UserError `trial.no-consent` (403) */
export function refuseWithoutConsent(
  db: Reader,
  participantId: string,
  scope: ConsentScope,
): void {
  if (!consentOf(db, participantId).includes(scope))
    throw new UserError('trial.no-consent', {}, 403)
}

/**
 * Records what a participant agrees to, with the text as it stands. What they already agreed to stays
 * as it was given.
 *
 * @throws UserError `trial.not-found` (404), `trial.not-open` (409)
 */
export function giveConsent(bank: Bank, { participantId, scopes, now }: Given): void {
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const { participant, trial } = findTakingPart(tx, participantId)
      if (!['planned', 'recruiting', 'running'].includes(trial.state))
        throw new UserError('trial.not-open', {}, 409)
      const known = consentOf(tx, participantId)
      const fresh = consentScopes.filter(
        (scope) => scopes.includes(scope) && !known.includes(scope),
      )
      if (fresh.length === 0) return
      const { consent: text } = trial.protocol
      tx.insert(trialConsents)
        .values(fresh.map((scope) => ({ participantId, scope, text, givenAt: at })))
        .run()
      recordEvent(tx, {
        ...{ at, organisationId: trial.organisationId, personId: participantId },
        ...{ action: 'trial.consent-given', object: trial.moduleId },
        details: { trialId: trial.id, code: participant.code, scopes: fresh.join(' ') },
      })
    },
    { behavior: 'immediate' },
  )
}

/**
 * Takes consent back, at any moment: nothing more is recorded of those scopes, and what they had
 * gathered is deleted. Asked again, it deletes what an interruption may have left.
 *
 * @throws UserError `trial.not-found` (404)
 */
export function withdrawConsent(
  { bank, statements }: Pick<Instance, 'bank' | 'statements'>,
  { participantId, scopes, now }: Given,
): void {
  const { participant, trial } = findTakingPart(bank, participantId)
  bank.transaction(
    (tx) => {
      const known = consentOf(tx, participantId).filter((scope) => scopes.includes(scope))
      tx.update(trialConsents)
        .set({ withdrawnAt: now.getTime() })
        .where(
          and(
            eq(trialConsents.participantId, participantId),
            inArray(trialConsents.scope, [...scopes]),
            isNull(trialConsents.withdrawnAt),
          ),
        )
        .run()
      for (const scope of scopes) forget[scope](tx, participant, now)
      if (known.length === 0) return
      recordEvent(tx, {
        ...{ at: now.getTime(), organisationId: trial.organisationId },
        ...{
          personId: participantId,
          action: 'trial.consent-withdrawn',
          object: trial.moduleId,
        },
        details: { trialId: trial.id, code: participant.code, scopes: known.join(' ') },
      })
    },
    { behavior: 'immediate' },
  )
  // Once the bank says so, none can arrive any more.
  if (scopes.includes('traces')) eraseRegistration(statements, { ...trial, ...participant })
}

const forget: Record<ConsentScope, (tx: Tx, participant: Participant, now: Date) => void> = {
  traces(tx, { id }, now) {
    tx.update(trialParticipants)
      .set({ sectionId: null, nodeId: null, seenAt: null })
      .where(eq(trialParticipants.id, id))
      .run()
    tx.update(lrsCredentials)
      .set({ revokedAt: now.getTime() })
      .where(and(eq(lrsCredentials.participantId, id), isNull(lrsCredentials.revokedAt)))
      .run()
  },
  notes(tx, { id }) {
    tx.delete(trialObservations).where(eq(trialObservations.participantId, id)).run()
    tx.delete(trialTaskResults).where(eq(trialTaskResults.participantId, id)).run()
    tx.delete(trialRemarks).where(eq(trialRemarks.participantId, id)).run()
  },
  questionnaire(tx, { id }) {
    tx.delete(trialAnswers).where(eq(trialAnswers.participantId, id)).run()
  },
}
