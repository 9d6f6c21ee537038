import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  type FindingDecision,
  revisions,
  type Severity,
  trialEvidence,
  trialFindings,
  trialObservations,
  trialParticipants,
  trialRemarks,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { newId } from '#content-schema/identity.ts'
import { type Acting, findTrial, findTrialIn, type Trial } from './find-trial.server.ts'

/** What a finding rests on. */
export type Evidence = { observationIds: readonly string[]; remarkIds: readonly string[] }

export type NewFinding = Acting &
  Evidence & { title: string; nodeId: string | null; severity: Severity }

/** @throws UserError `trial.not-found` (404), `trial.other-moment` (409) */
export function openFinding(bank: Bank, given: NewFinding): string {
  const { title, nodeId, severity, now } = given
  return bank.transaction((tx) => {
    const trial = findTrialIn(tx, given, ['running', 'analysing'])
    const id = newId()
    tx.insert(trialFindings)
      .values({
        ...{ id, trialId: trial.id, title, nodeId, severity, decision: 'open' },
        openedAt: now.getTime(),
      })
      .run()
    rest(tx, { ...given, findingId: id })
    record(tx, given, trial, 'trial.finding-opened', { findingId: id, title, severity })
    return id
  })
}

/** Puts more observations or remarks into a finding; one that is there is there once. */
export function addEvidence(
  bank: Bank,
  given: Acting & Evidence & { findingId: string },
): void {
  bank.transaction((tx) => {
    findFinding(tx, given)
    rest(tx, given)
  })
}

export type FindingJudgement = Acting & {
  findingId: string
  severity: Severity
  decision: FindingDecision
  reason: string
  /** The other finding, for a duplicate. */
  duplicateOf: string | null
}

/**
 * Says how grave a finding is and what is done with it.
 *
 * @throws UserError `trial.reason-missing` where it is rejected or put off without one,
 *   `trial.finding-not-found` (404)
 */
export function judgeFinding(bank: Bank, given: FindingJudgement): void {
  const { severity, decision, reason, duplicateOf } = given
  if (['rejected', 'deferred'].includes(decision) && reason.trim() === '')
    throw new UserError('trial.reason-missing')
  bank.transaction((tx) => {
    const { finding, trial } = findFinding(tx, given)
    const other = decision === 'duplicate' ? (duplicateOf ?? '') : null
    if (other === finding.id) throw new UserError('trial.finding-not-found', {}, 404)
    if (other !== null) findFinding(tx, { ...given, findingId: other })
    tx.update(trialFindings)
      .set({ severity, decision, reason, duplicateOf: other })
      .where(eq(trialFindings.id, finding.id))
      .run()
    record(tx, given, trial, 'trial.finding-judged', {
      ...{ findingId: finding.id, severity, decision, reason },
    })
  })
}

export type Correction = Acting & {
  findingId: string
  /** Number of the revision that has the correction; `draft` freezes what stands now. */
  fixedIn: string
  /** `null` before anybody looked again. */
  retested: 'ok' | 'ko' | null
  /** The session in which somebody did; `null` where it was outside any. */
  retestTrialId: string | null
  /** How many target learners looked, outside any session. */
  retestParticipants: number
}

/**
 * Says in which revision a finding was corrected, and whether it holds before target learners.
 *
 * @throws UserError `trial.finding-not-found`, `revision.not-found` (404)
 */
export function correctFinding(bank: Bank, given: Correction): void {
  const { retested, retestTrialId, retestParticipants, organisationId } = given
  bank.transaction((tx) => {
    const { finding, trial } = findFinding(tx, given)
    const revision = correcting(tx, trial, given)
    if (retestTrialId) {
      const again = findTrial(tx, { trialId: retestTrialId, organisationId })
      if (again.moduleId !== trial.moduleId) throw new UserError('trial.not-found', {}, 404)
    }
    tx.update(trialFindings)
      .set({
        ...{ fixedIn: revision.id, retested, retestTrialId, retestParticipants },
        decision: 'accepted',
      })
      .where(eq(trialFindings.id, finding.id))
      .run()
    record(tx, given, trial, 'trial.finding-corrected', {
      ...{ findingId: finding.id, revision: revision.number, retested },
    })
  })
}

/** @throws UserError `revision.not-found` (404) */
function correcting(
  tx: Pick<Bank, 'select' | 'insert'>,
  { moduleId }: Trial,
  { fixedIn, organisationId, ...by }: Correction,
): { id: string; number: number } {
  if (fixedIn === 'draft') {
    const { draft } = findHeld(tx, { moduleId, organisationId })
    return freezeRevision(tx, draft, by)
  }
  const { id, number } = revisions
  const found = tx
    .select({ id, number })
    .from(revisions)
    .where(and(eq(number, Number(fixedIn)), eq(revisions.moduleId, moduleId)))
    .get()
  if (!found) throw new UserError('revision.not-found', {}, 404)
  return found
}

/** @throws UserError `trial.finding-not-found` (404): none of this session */
function findFinding(tx: Reader, given: Acting & { findingId: string }) {
  const trial = findTrial(tx, given)
  const finding = tx
    .select()
    .from(trialFindings)
    .where(and(eq(trialFindings.id, given.findingId), eq(trialFindings.trialId, trial.id)))
    .get()
  if (!finding) throw new UserError('trial.finding-not-found', {}, 404)
  return { finding, trial }
}

/** What is of another session, or no longer there, is passed over. */
function rest(
  tx: Pick<Bank, 'select' | 'insert' | 'delete'>,
  given: Evidence & { findingId: string; trialId: string },
): void {
  const { findingId, trialId } = given
  const seen = tx
    .select({ id: trialObservations.id })
    .from(trialObservations)
    .where(eq(trialObservations.trialId, trialId))
    .all()
  const said = tx
    .select({ id: trialRemarks.id })
    .from(trialRemarks)
    .innerJoin(trialParticipants, eq(trialParticipants.id, trialRemarks.participantId))
    .where(eq(trialParticipants.trialId, trialId))
    .all()
  for (const { id } of seen.filter((each) => given.observationIds.includes(each.id))) {
    tx.delete(trialEvidence).where(eq(trialEvidence.observationId, id)).run()
    tx.insert(trialEvidence).values({ findingId, observationId: id }).run()
  }
  for (const { id } of said.filter((each) => given.remarkIds.includes(each.id))) {
    tx.delete(trialEvidence).where(eq(trialEvidence.remarkId, id)).run()
    tx.insert(trialEvidence).values({ findingId, remarkId: id }).run()
  }
}

function record(
  tx: Pick<Bank, 'select' | 'insert'>,
  { organisationId, personId, now }: Acting,
  { id, moduleId }: Trial,
  action: string,
  details: Record<string, string | number | null>,
): void {
  recordEvent(tx, {
    ...{ at: now.getTime(), organisationId, personId, action, object: moduleId },
    details: { trialId: id, ...details },
  })
}
