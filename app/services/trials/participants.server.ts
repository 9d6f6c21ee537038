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
import { dayIn, shiftDay } from '#app/services/guarantees/days.ts'
import { type NewLetter, queueLetter } from '#app/services/letters/queue-letter.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { makeLink, revokeLinks } from '#app/services/personal-links/personal-links.server.ts'
import { newId } from '#content-schema/identity.ts'
import {
  type Acting,
  findTrial,
  findTrialIn,
  type Participant,
  type Trial,
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

/** Somebody invited, with the only sight of what their address ends with. */
export type Invited = Participant & { token: string }

/** How long a link opens after the day of the session, in days: late comers, and second thoughts. */
const grace = 30

/**
 * Adds people to a session, under the next codes, each with a link of their own; writes to those whose
 * address is known.
 *
 * @param letterTo what they are written, given what their address ends with
 *
 * @throws UserError `trial.not-found` (404), `trial.other-moment` (409), `trial.too-many`
 */
export function addParticipants(
  bank: Bank,
  {
    people: added,
    letterTo,
    ...acting
  }: Acting & {
    people: readonly NewParticipant[]
    letterTo: LetterTo
  },
): Invited[] {
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
        const token = link(tx, trial, row.id, acting)
        if (email)
          queueLetter(tx, {
            organisationId,
            now,
            ...letterTo({ token, name, email, until: lastDay(trial, now) }),
          })
        return { ...row, token }
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

export type LetterTo = (
  to: Pick<NewParticipant, 'name' | 'email'> & {
    token: string
    /** Last day on which the link opens. */
    until: string
  },
) => Pick<NewLetter, 'to' | 'letter'>

function link(
  tx: Pick<Bank, 'insert'>,
  trial: Trial,
  participantId: string,
  { personId, now }: Acting,
): string {
  const { organisationId } = trial
  return makeLink(tx, {
    ...{ purpose: 'trial', subjectId: participantId, endsOn: lastDay(trial, now) },
    ...{ organisationId, personId, now },
  })
}

function lastDay({ day }: Trial, now: Date): string {
  return shiftDay(day > dayIn(now) ? day : dayIn(now), grace)
}

/**
 * Takes the links of a participant back; with `anew`, gives another.
 *
 * @returns what the new address ends with, `null` without one
 */
export function replaceLink(
  bank: Bank,
  { participantId, anew, ...acting }: Acting & { participantId: string; anew: boolean },
): string | null {
  const { organisationId, personId, now } = acting
  return bank.transaction((tx) => {
    const trial = findTrial(tx, acting)
    const { code } = findParticipant(tx, { trialId: trial.id, participantId })
    revokeLinks(tx, { purpose: 'trial', subjectId: participantId, now })
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: trial.moduleId },
      action: anew ? 'trial.link-replaced' : 'trial.link-revoked',
      details: { trialId: trial.id, code },
    })
    return anew ? link(tx, trial, participantId, acting) : null
  })
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
export function closeKeys(tx: Pick<Bank, 'select' | 'update'>, trialId: string, now: Date) {
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
