import { randomUUID } from 'node:crypto'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  lrsCredentials,
  trialContacts,
  trialParticipants,
  trials,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import {
  type Acting,
  findTrialIn,
  type Participant,
  type TrialKey,
} from './find-trial.server.ts'

/** More than a field trial has; a session is no class. */
const mostParticipants = 60

export type NewParticipant = {
  profile: string
  /** Both empty where nobody has to know who it is. */
  name: string
  email: string
}

/**
 * Adds people to a session, under the next codes.
 *
 * @throws UserError `trial.not-found` (404), `trial.other-moment` (409), `trial.too-many`
 */
export function addParticipants(
  bank: Bank,
  { people: added, ...acting }: Acting & { people: readonly NewParticipant[] },
): Participant[] {
  const { organisationId, personId, now } = acting
  const at = now.getTime()
  return bank.transaction(
    (tx) => {
      const trial = findTrialIn(tx, acting, ['planned', 'recruiting', 'running'])
      const already = tx
        .select({ n: count() })
        .from(trialParticipants)
        .where(eq(trialParticipants.trialId, trial.id))
        .get()!.n
      if (already + added.length > mostParticipants)
        throw new UserError('trial.too-many', { most: mostParticipants })
      const rows = added.map(({ profile, name, email }, index) => {
        const row = tx
          .insert(trialParticipants)
          .values({
            ...{ id: newId(), trialId: trial.id, profile, registration: randomUUID() },
            ...{ code: `P${String(already + index + 1).padStart(2, '0')}`, addedAt: at },
          })
          .returning()
          .get()
        if (name || email)
          tx.insert(trialContacts).values({ participantId: row.id, name, email }).run()
        return row
      })
      if (trial.state === 'planned')
        tx.update(trials).set({ state: 'recruiting' }).where(eq(trials.id, trial.id)).run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, action: 'trial.participants-added' },
        object: trial.moduleId,
        details: { trialId: trial.id, codes: rows.map(({ code }) => code).join(' ') },
      })
      return rows
    },
    { behavior: 'immediate' },
  )
}

/** @throws UserError `trial.not-found` (404), also for a participant of another session */
export function findParticipant(
  db: Reader,
  { trialId, participantId }: { trialId: string; participantId: string },
): Participant {
  const row = db
    .select()
    .from(trialParticipants)
    .where(and(eq(trialParticipants.id, participantId), eq(trialParticipants.trialId, trialId)))
    .get()
  if (!row) throw new UserError('trial.not-found', {}, 404)
  return row
}

/** Forgets who the participants of a session are; what they did stays, under their codes. */
export function forgetContacts(bank: Bank, acting: Acting): void {
  const { organisationId, personId, now } = acting
  bank.transaction((tx) => {
    const { id, moduleId } = findTrialIn(tx, acting, [
      ...(['planned', 'recruiting', 'running'] as const),
      ...(['analysing', 'decided', 'cancelled'] as const),
    ])
    tx.delete(trialContacts)
      .where(inArray(trialContacts.participantId, participantsOf(tx, id)))
      .run()
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      ...{ action: 'trial.contacts-forgotten', details: { trialId: id } },
    })
  })
}

/** The keys that the packages of a session carry open nothing any more. */
export function closeLinks(tx: Pick<Bank, 'select' | 'update'>, trialId: string, now: Date) {
  tx.update(lrsCredentials)
    .set({ revokedAt: now.getTime() })
    .where(
      and(
        inArray(lrsCredentials.participantId, participantsOf(tx, trialId)),
        isNull(lrsCredentials.revokedAt),
      ),
    )
    .run()
}

function participantsOf(db: Reader, trialId: TrialKey['trialId']) {
  return db
    .select({ id: trialParticipants.id })
    .from(trialParticipants)
    .where(eq(trialParticipants.trialId, trialId))
}
