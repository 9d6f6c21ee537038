import { sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { moduleChecks, type WatchEffect, watchEvents } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { dayIn, isDay } from '#app/services/guarantees/days.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { findWatchSource } from './watch-sources.server.ts'

/** Which modules an event is about: those of any of these. */
export type About = {
  frameworkCode?: string
  /** With the framework that it is of. */
  competencyBlockCode?: string
  keyword?: string
  /** Codes or ids. */
  modules?: string[]
}

export type WatchEventRequest = {
  sourceId: string
  organisationId: string
  /** When it happened or was seen, `YYYY-MM-DD`: today at the latest. */
  day: string
  summary: string
  effect: WatchEffect
  evidence: string
  about: About
  /** Whether they keep all sources; others only write down what they were to look at. */
  keeps: boolean
  personId: string
  now: Date
}

/**
 * Writes down what was seen at a source, and marks the modules that it is about.
 *
 * @returns how many are to be checked
 * @throws UserError `watch.not-found` (404), `rights.refused` (403), `watch.future`, `form.field`, `module.not-found` (404)
 */
export function recordWatchEvent(bank: Bank, asked: WatchEventRequest): { marked: number } {
  const { organisationId, day, summary, effect, evidence, about, personId, now } = asked
  if (!isDay(day)) throw new UserError('form.field', { field: 'day' })
  if (day > dayIn(now)) throw new UserError('watch.future', { day })
  const at = now.getTime()
  return bank.transaction((tx) => {
    const source = findWatchSource(tx, asked)
    if (!asked.keeps && source.personId !== personId)
      throw new UserError('rights.refused', {}, 403)
    const ids = effect === 'none' ? [] : modulesAbout(tx, organisationId, about)
    const id = newId()
    tx.insert(watchEvents)
      .values({
        ...{ id, sourceId: source.id, day, summary, effect, evidence },
        ...{ recordedBy: personId, recordedAt: at },
      })
      .run()
    for (const moduleId of ids)
      tx.insert(moduleChecks).values({ id: newId(), moduleId, eventId: id, openedAt: at }).run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: organisationId },
      action: 'watch-event.recorded',
      details: { source: source.title, day, effect, marked: ids.length },
    })
    return { marked: ids.length }
  })
}

function modulesAbout(
  tx: Pick<Bank, 'select' | 'all'>,
  organisationId: string,
  { frameworkCode = '', competencyBlockCode = '', keyword = '', modules = [] }: About,
): string[] {
  const picked = modules.map((moduleId) => findDraft(tx, { moduleId, organisationId }).moduleId)
  const tied = tx.all<{ id: string }>(sql`
    select distinct modules.id from modules join drafts on drafts.moduleId = modules.id,
      json_each(drafts.alignments) as tie
    where modules.organisationId = ${organisationId} and ${frameworkCode} <> ''
      and tie.value ->> 'frameworkCode' = ${frameworkCode}
      and ${competencyBlockCode} in ('', tie.value ->> 'competencyBlockCode')`)
  const worded = tx.all<{ id: string }>(sql`
    select distinct modules.id from modules join drafts on drafts.moduleId = modules.id,
      json_each(drafts.facts ->> 'keywords') as word
    where modules.organisationId = ${organisationId}
      and lower(word.value) = lower(${keyword.trim()})`)
  return [...new Set([...picked, ...[...tied, ...worded].map(({ id }) => id)])]
}
