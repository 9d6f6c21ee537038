import { and, desc, eq, gte, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bank } from '#app/db/client.server.ts'
import {
  drafts,
  type KeptWaiver,
  modules,
  people,
  type WaivableGate,
  waivers,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { dayIn, isDay } from '#app/services/guarantees/days.ts'
import {
  findDraft,
  type ModuleKey,
  type Reader,
} from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'

type Acting = ModuleKey & { personId: string; now: Date }
export type WaiverRequest = Acting & {
  gate: WaivableGate
  reason: string
  /** Last day, `YYYY-MM-DD`. */
  endsOn: string
}

/**
 * Asks to go past a closed gate until a day, for a written reason.
 *
 * @throws UserError `waiver.reason-missing`, `waiver.already-ended`, `waiver.already-asked` (409)
 */
export function askWaiver(bank: Bank, request: WaiverRequest): string {
  const { gate, reason, endsOn, personId, organisationId, now } = request
  if (reason.trim() === '') throw new UserError('waiver.reason-missing')
  if (!isDay(endsOn)) throw new UserError('form.field', { field: 'endsOn' })
  if (endsOn < dayIn(now)) throw new UserError('waiver.already-ended', { day: endsOn })
  const at = now.getTime()
  return bank.transaction(
    (tx) => {
      const { moduleId } = findDraft(tx, request)
      const open = listWaivers(tx, moduleId).some(
        (each) => each.gate === gate && each.state === 'asked',
      )
      if (open) throw new UserError('waiver.already-asked', {}, 409)
      const id = newId()
      tx.insert(waivers)
        .values({ id, moduleId, gate, reason, endsOn, askedBy: personId, askedAt: at })
        .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId, action: 'waiver.asked' },
        details: { gate, reason, endsOn },
      })
      return id
    },
    { behavior: 'immediate' },
  )
}

export type WaiverDecision = Acting & {
  waiverId: string
  decision: 'granted' | 'refused'
  answer: string
}

/**
 * Decides of a waiver, once: never by whoever asked for it.
 *
 * @throws UserError `waiver.not-found` (404), `waiver.own` (403), `waiver.reason-missing`,
 *   `waiver.already-decided` (409)
 */
export function decideWaiver(bank: Bank, given: WaiverDecision): void {
  const { decision, answer, personId, organisationId, now } = given
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const waiver = findWaiver(tx, given)
      if (waiver.decision !== null) throw new UserError('waiver.already-decided', {}, 409)
      if (waiver.askedBy === personId) throw new UserError('waiver.own', {}, 403)
      if (decision === 'refused' && answer.trim() === '')
        throw new UserError('waiver.reason-missing')
      tx.update(waivers)
        .set({ decision, answer, decidedBy: personId, decidedAt: at })
        .where(eq(waivers.id, waiver.id))
        .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: waiver.moduleId },
        action: `waiver.${decision}`,
        details: { gate: waiver.gate, answer, endsOn: waiver.endsOn },
      })
    },
    { behavior: 'immediate' },
  )
}

export type WaiverWithdrawal = Acting & {
  waiverId: string
  /** Whether they decide of waivers; whoever does not takes back only their own. */
  decides: boolean
}

/**
 * Takes a waiver back, granted or not yet decided; editions that it let out keep it.
 *
 * @throws UserError `waiver.not-found` (404), `waiver.not-yours` (403), `waiver.already-decided` (409)
 */
export function withdrawWaiver(bank: Bank, given: WaiverWithdrawal): void {
  const { decides, personId, organisationId, now } = given
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const { id, gate, moduleId, askedBy } = findWaiver(tx, given)
      if (!decides && askedBy !== personId) throw new UserError('waiver.not-yours', {}, 403)
      const { changes } = tx
        .update(waivers)
        .set({ withdrawnAt: at, withdrawnBy: personId })
        .where(and(eq(waivers.id, id), isNull(waivers.withdrawnAt)))
        .run()
      if (changes === 0) throw new UserError('waiver.already-decided', {}, 409)
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId },
        action: 'waiver.withdrawn',
        details: { gate },
      })
    },
    { behavior: 'immediate' },
  )
}

function findWaiver(tx: Reader, given: ModuleKey & { waiverId: string }) {
  const { moduleId } = findDraft(tx, given)
  const row = tx
    .select()
    .from(waivers)
    .where(and(eq(waivers.id, given.waiverId), eq(waivers.moduleId, moduleId)))
    .get()
  if (!row) throw new UserError('waiver.not-found', {}, 404)
  return row
}

export type WaiverView = {
  id: string
  gate: WaivableGate
  reason: string
  endsOn: string
  askedBy: string
  askedById: string
  askedAt: number
  state: 'asked' | 'granted' | 'refused' | 'withdrawn'
  answer: string
  decidedBy: string | null
  decidedAt: number | null
}

const deciders = alias(people, 'deciders')

/** The waivers of a module, the latest first. */
export function listWaivers(db: Reader, moduleId: string): WaiverView[] {
  return db
    .select({ waiver: waivers, askedBy: people.name, decidedBy: deciders.name })
    .from(waivers)
    .innerJoin(people, eq(people.id, waivers.askedBy))
    .leftJoin(deciders, eq(deciders.id, waivers.decidedBy))
    .where(eq(waivers.moduleId, moduleId))
    .orderBy(desc(waivers.askedAt))
    .all()
    .map(({ waiver, askedBy, decidedBy }) => ({
      ...{ id: waiver.id, gate: waiver.gate, reason: waiver.reason, endsOn: waiver.endsOn },
      ...{ askedBy, askedById: waiver.askedBy, askedAt: waiver.askedAt },
      state: waiver.withdrawnAt !== null ? 'withdrawn' : (waiver.decision ?? 'asked'),
      ...{ answer: waiver.answer, decidedBy, decidedAt: waiver.decidedAt },
    }))
}

export type AskedWaiver = {
  waiverId: string
  moduleId: string
  title: string
  gate: WaivableGate
  askedBy: string
  askedAt: number
}

/** What others asked and nobody has decided, in the modules of an organisation, the oldest first. */
export function listAskedWaivers(
  db: Reader,
  { organisationId, personId }: { organisationId: string; personId: string },
): AskedWaiver[] {
  return db
    .select({ waiver: waivers, facts: drafts.facts, askedBy: people.name })
    .from(waivers)
    .innerJoin(modules, eq(modules.id, waivers.moduleId))
    .innerJoin(drafts, eq(drafts.moduleId, waivers.moduleId))
    .innerJoin(people, eq(people.id, waivers.askedBy))
    .where(
      and(
        eq(modules.organisationId, organisationId),
        ne(waivers.askedBy, personId),
        isNull(waivers.decision),
        isNull(waivers.withdrawnAt),
      ),
    )
    .orderBy(waivers.askedAt)
    .all()
    .map(({ waiver: { id, moduleId, gate, askedAt }, facts, askedBy }) => ({
      ...{ waiverId: id, moduleId, title: facts.title, gate, askedBy, askedAt },
    }))
}

/** The waivers that let a module out today. */
export function waiversInForce(
  db: Reader,
  { moduleId, now }: { moduleId: string; now: Date },
): KeptWaiver[] {
  return db
    .select({ waiver: waivers, grantedBy: people.name })
    .from(waivers)
    .innerJoin(people, eq(people.id, waivers.decidedBy))
    .where(
      and(
        eq(waivers.moduleId, moduleId),
        eq(waivers.decision, 'granted'),
        isNull(waivers.withdrawnAt),
        gte(waivers.endsOn, dayIn(now)),
      ),
    )
    .orderBy(waivers.decidedAt)
    .all()
    .map(({ waiver: { gate, reason, endsOn, decidedAt }, grantedBy }) => ({
      ...{ gate, reason, endsOn, grantedBy, grantedAt: decidedAt! },
    }))
}
