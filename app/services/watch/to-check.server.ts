import { and, desc, eq, gt, isNotNull, isNull, max } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  drafts,
  editions,
  moduleChecks,
  modules,
  type WatchEffect,
  watchEvents,
  watchSources,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import {
  type EndedFramework,
  modulesOnEnded,
} from '#app/services/competencies/versions/ended-ties.server.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { modulesGuardedBy } from '#app/services/guarantees/read-guarantees.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'

/** A module that somebody has to check, and because of what. */
export type OpenCheck = {
  /** Names it in `closeCheck`. */
  checkId: string
  moduleId: string
  title: string
  authorId: string
  /** `YYYY-MM-DD`: of the event, or today where it is a framework that is over. */
  day: string
  effect: Exclude<WatchEffect, 'none'>
  because:
    | { kind: 'event'; source: string; summary: string; evidence: string }
    | { kind: 'framework'; end: EndedFramework }
}

type Reader = Pick<Bank, 'select' | 'all'>
type Asked = { organisationId: string; moduleId?: string; now: Date }

/** All of an organisation, or of one of its modules: what must be updated first, then the oldest. */
export function openChecks(db: Reader, { organisationId, moduleId, now }: Asked): OpenCheck[] {
  const asked = { organisationId, now }
  return [...marked(db, organisationId), ...onEnded(db, asked)]
    .filter((check) => moduleId === undefined || check.moduleId === moduleId)
    .sort((a, b) => rank(a) - rank(b) || a.day.localeCompare(b.day))
}

/** Those of one's own modules, of those one answers for; all for whoever decides. */
export function checksFor(
  db: Reader,
  asked: { organisationId: string; personId: string; decides: boolean; now: Date },
): OpenCheck[] {
  const guarded = modulesGuardedBy(db, asked)
  return openChecks(db, { organisationId: asked.organisationId, now: asked.now }).filter(
    ({ authorId, moduleId }) =>
      asked.decides || authorId === asked.personId || guarded.has(moduleId),
  )
}

function rank({ effect }: OpenCheck): number {
  return effect === 'must-update' ? 0 : 1
}

/** An edition that came out after the mark has answered it. */
function marked(db: Reader, organisationId: string): OpenCheck[] {
  const published = db
    .select({ moduleId: editions.moduleId, at: max(editions.publishedAt) })
    .from(editions)
    .groupBy(editions.moduleId)
    .all()
  const latest = new Map(published.map(({ moduleId, at }) => [moduleId, at ?? 0]))
  return db
    .select({
      check: moduleChecks,
      event: watchEvents,
      source: watchSources.title,
      facts: drafts.facts,
      authorId: modules.authorId,
    })
    .from(moduleChecks)
    .innerJoin(modules, eq(modules.id, moduleChecks.moduleId))
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .innerJoin(watchEvents, eq(watchEvents.id, moduleChecks.eventId))
    .innerJoin(watchSources, eq(watchSources.id, watchEvents.sourceId))
    .where(and(eq(modules.organisationId, organisationId), isNull(moduleChecks.closedAt)))
    .all()
    .filter(({ check }) => (latest.get(check.moduleId) ?? 0) <= check.openedAt)
    .map(({ check, event, source, facts, authorId }) => ({
      ...{ checkId: check.id, moduleId: check.moduleId, title: facts.title, authorId },
      ...{ day: event.day, effect: event.effect === 'must-update' ? event.effect : 'to-check' },
      because: {
        ...{ kind: 'event', source, summary: event.summary, evidence: event.evidence },
      },
    }))
}

/** A module tied to a register entry that is over is marked until somebody answers, or it is tied anew. */
function onEnded(db: Reader, asked: { organisationId: string; now: Date }): OpenCheck[] {
  const answered = db
    .select({ moduleId: moduleChecks.moduleId, code: moduleChecks.frameworkCode })
    .from(moduleChecks)
    .where(and(isNotNull(moduleChecks.frameworkCode), isNotNull(moduleChecks.closedAt)))
    .all()
  const done = new Set(answered.map(({ moduleId, code }) => `${moduleId} ${code}`))
  return modulesOnEnded(db, asked)
    .filter(({ id, end }) => !done.has(`${id} ${end.code}`))
    .map(({ id, title, authorId, end }) => ({
      ...{ checkId: `framework:${end.code}`, moduleId: id, title, authorId },
      ...{ day: dayIn(asked.now), effect: 'to-check', because: { kind: 'framework', end } },
    }))
}

/** What was seen since that marked a module, answered or not, the last first. */
export function watchedSince(
  db: Pick<Bank, 'select'>,
  { moduleId, at }: { moduleId: string; at: number },
): { id: string; summary: string; source: string; day: string }[] {
  const { id, summary, day } = watchEvents
  return db
    .select({ id, summary, source: watchSources.title, day })
    .from(moduleChecks)
    .innerJoin(watchEvents, eq(watchEvents.id, moduleChecks.eventId))
    .innerJoin(watchSources, eq(watchSources.id, watchEvents.sourceId))
    .where(and(eq(moduleChecks.moduleId, moduleId), gt(moduleChecks.openedAt, at)))
    .orderBy(desc(moduleChecks.openedAt))
    .all()
}

export type CheckAnswer = {
  moduleId: string
  checkId: string
  organisationId: string
  personId: string
  /** Why there is nothing to change. */
  words: string
  /** Whether they answer for quality; others only for what they wrote or guarantee. */
  decides: boolean
  now: Date
}

/**
 * "Checked: nothing to change", with words.
 *
 * @throws UserError `module.not-found` (404), `check.not-found` (404), `check.words-missing`,
 *   `check.not-yours` (403)
 */
export function closeCheck(bank: Bank, given: CheckAnswer): void {
  const { organisationId, personId, words, now } = given
  if (words.trim() === '') throw new UserError('check.words-missing')
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const { moduleId } = findDraft(tx, given)
      const open = openChecks(tx, { organisationId, moduleId, now })
      const check = open.find(({ checkId }) => checkId === given.checkId)
      if (!check) throw new UserError('check.not-found', {}, 404)
      const own = checksFor(tx, given).some((each) => each.moduleId === moduleId)
      if (!own) throw new UserError('check.not-yours', {}, 403)
      const closed = { words, closedBy: personId, closedAt: at }
      if (check.because.kind === 'framework')
        tx.insert(moduleChecks)
          .values({
            ...{ id: newId(), moduleId, openedAt: at, ...closed },
            frameworkCode: check.because.end.code,
          })
          .run()
      else tx.update(moduleChecks).set(closed).where(eq(moduleChecks.id, check.checkId)).run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId, action: 'module.checked' },
        details: { words },
      })
    },
    { behavior: 'immediate' },
  )
}
