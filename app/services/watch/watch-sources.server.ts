import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  people,
  type WatchEffect,
  type WatchKind,
  watchEvents,
  watchSources,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { dayIn, monthsAfter } from '#app/services/guarantees/days.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'

export type WatchSourceFields = {
  kind: WatchKind
  title: string
  /** http(s), or empty. */
  url: string
  /** Months, 1 to 60. */
  lookEvery: number
  /** Who looks. */
  watcherId: string
}

type Acting = { organisationId: string; personId: string; now: Date }

/** @throws UserError `guarantee.stranger` (404), `watch.address` */
export function addWatchSource(bank: Bank, asked: Acting & WatchSourceFields): string {
  const { organisationId, personId, now, watcherId, kind, title, url, lookEvery } = asked
  if (url !== '' && !/^https?:\/\/[^\s]+$/.test(url)) throw new UserError('watch.address')
  const id = newId()
  const at = now.getTime()
  bank.transaction((tx) => {
    if (!isMember(tx, { personId: watcherId, organisationId }))
      throw new UserError('guarantee.stranger', {}, 404)
    tx.insert(watchSources)
      .values({
        ...{ id, organisationId, kind, title, url, lookEvery, personId: watcherId },
        ...{ startsOn: dayIn(now), addedBy: personId, addedAt: at },
      })
      .run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: organisationId },
      action: 'watch-source.added',
      details: { title, kind, watcherId },
    })
  })
  return id
}

/** Nobody looks any more; what was seen stays. @throws UserError `watch.not-found` (404) */
export function endWatchSource(bank: Bank, asked: Acting & { sourceId: string }): void {
  const { organisationId, personId, now } = asked
  const at = now.getTime()
  bank.transaction((tx) => {
    const { id, title } = findWatchSource(tx, asked)
    tx.update(watchSources).set({ endedAt: at }).where(eq(watchSources.id, id)).run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: organisationId },
      action: 'watch-source.ended',
      details: { title },
    })
  })
}

/** One that is watched still. @throws UserError `watch.not-found` (404), also for another organisation's */
export function findWatchSource(
  db: Reader,
  { sourceId, organisationId }: { sourceId: string; organisationId: string },
): typeof watchSources.$inferSelect {
  const source = db
    .select()
    .from(watchSources)
    .where(
      and(
        eq(watchSources.id, sourceId),
        eq(watchSources.organisationId, organisationId),
        isNull(watchSources.endedAt),
      ),
    )
    .get()
  if (!source) throw new UserError('watch.not-found', {}, 404)
  return source
}

export type WatchedSource = Omit<WatchSourceFields, 'watcherId'> & {
  id: string
  watcherId: string
  watcher: string
  /** The day by which somebody is to look, `YYYY-MM-DD`. */
  lookOn: string
  isLate: boolean
  events: WatchEventView[]
}

export type WatchEventView = {
  id: string
  day: string
  summary: string
  effect: WatchEffect
  evidence: string
  by: string
}

/** What is watched, the first to be looked at first; the last event first in each. */
export function listWatchSources(
  db: Reader,
  { organisationId, now }: { organisationId: string; now: Date },
): WatchedSource[] {
  const seen = eventsOf(db, organisationId)
  return db
    .select({ source: watchSources, watcher: people.name })
    .from(watchSources)
    .innerJoin(people, eq(people.id, watchSources.personId))
    .where(and(eq(watchSources.organisationId, organisationId), isNull(watchSources.endedAt)))
    .all()
    .map(({ source, watcher }) => {
      const events = seen.filter(({ sourceId }) => sourceId === source.id)
      const { id, kind, title, url, lookEvery, personId: watcherId } = source
      const last = events
        .map(({ day }) => day)
        .sort()
        .at(-1)
      const lookOn = monthsAfter(last ?? source.startsOn, lookEvery)
      const said = { id, kind, title, url, lookEvery, watcherId, watcher, lookOn }
      return { ...said, isLate: lookOn < dayIn(now), events: events.map(plain) }
    })
    .sort((a, b) => a.lookOn.localeCompare(b.lookOn) || a.title.localeCompare(b.title))
}

function eventsOf(db: Reader, organisationId: string) {
  return db
    .select({ event: watchEvents, by: people.name })
    .from(watchEvents)
    .innerJoin(watchSources, eq(watchSources.id, watchEvents.sourceId))
    .innerJoin(people, eq(people.id, watchEvents.recordedBy))
    .where(eq(watchSources.organisationId, organisationId))
    .orderBy(desc(watchEvents.day), desc(watchEvents.recordedAt))
    .all()
    .map(({ event, by }) => ({ ...event, by }))
}

function plain({ id, day, summary, effect, evidence, by }: WatchEventView): WatchEventView {
  return { id, day, summary, effect, evidence, by }
}
