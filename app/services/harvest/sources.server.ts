import { and, count, eq, lt, or } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  type HarvestFailure,
  type HarvestState,
  harvestRecords,
  harvestSources,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { FetchFailure, readAddress } from '#app/services/outgoing/fetch-public.server.ts'
import { newId } from '#content-schema/identity.ts'

type SourceKey = { sourceId: string; organisationId: string }
type Acting = { organisationId: string; personId: string; now: Date }

export type SourceView = {
  id: string
  url: string
  name: string
  state: HarvestState
  startedAt: number | null
  finishedAt: number | null
  /** Of the last harvest. */
  came: number
  gone: number
  unread: number
  failure: HarvestFailure | null
  /** That are kept. */
  records: number
}

/** More would be a catalogue of catalogues. */
const most = 50

export function listSources(db: Pick<Bank, 'select'>, organisationId: string): SourceView[] {
  return db
    .select()
    .from(harvestSources)
    .where(eq(harvestSources.organisationId, organisationId))
    .orderBy(harvestSources.name)
    .all()
    .map(({ id, url, name, state, startedAt, finishedAt, came, gone, unread, failure }) => ({
      ...{ id, url, name, state, startedAt, finishedAt, came, gone, unread, failure },
      records: db
        .select({ n: count() })
        .from(harvestRecords)
        .where(eq(harvestRecords.sourceId, id))
        .get()!.n,
    }))
}

/**
 * Another bank to harvest, from the next look of the job on.
 *
 * @throws UserError `harvest.address`, `harvest.already-there` (409), `harvest.too-many`
 */
export function addSource(bank: Bank, { url, ...by }: Acting & { url: string }): string {
  const address = baseUrl(url)
  const id = newId()
  return bank.transaction((tx) => {
    const known = listSources(tx, by.organisationId)
    if (known.some((each) => each.url === address))
      throw new UserError('harvest.already-there', {}, 409)
    if (known.length >= most) throw new UserError('harvest.too-many', { most })
    tx.insert(harvestSources)
      .values({
        ...{ id, organisationId: by.organisationId, url: address, state: 'waiting' },
        ...{ name: new URL(address).host, addedBy: by.personId, addedAt: by.now.getTime() },
      })
      .run()
    record(tx, by, 'harvest.source-added', address)
    return id
  })
}

/** Without what one request asks: people copy addresses out of a browser. */
function baseUrl(url: string): string {
  try {
    const address = readAddress(url.trim())
    address.searchParams.delete('verb')
    address.hash = ''
    return address.href
  } catch (error) {
    if (error instanceof FetchFailure) throw new UserError('harvest.address')
    throw error
  }
}

/** @throws UserError `harvest.not-found` (404), as all that follow */
function findSource(db: Pick<Bank, 'select'>, { sourceId, organisationId }: SourceKey) {
  const found = db
    .select()
    .from(harvestSources)
    .where(
      and(eq(harvestSources.id, sourceId), eq(harvestSources.organisationId, organisationId)),
    )
    .get()
  if (!found) throw new UserError('harvest.not-found', {}, 404)
  return found
}

/** Has a source harvested soon, also one that was stopped. */
export function harvestSoon(bank: Bank, key: SourceKey & Acting): void {
  const { id, state, url } = findSource(bank, key)
  if (state === 'harvesting') return
  bank.transaction((tx) => {
    tx.update(harvestSources).set({ state: 'waiting' }).where(eq(harvestSources.id, id)).run()
    record(tx, key, 'harvest.asked', url)
  })
}

/** What came stays; nothing more is asked. A harvest under way ends with its page. */
export function stopSource(bank: Bank, key: SourceKey & Acting): void {
  const { id, url } = findSource(bank, key)
  bank.transaction((tx) => {
    tx.update(harvestSources).set({ state: 'stopped' }).where(eq(harvestSources.id, id)).run()
    record(tx, key, 'harvest.stopped', url)
  })
}

/** Removes a source and all that came from it. */
export function removeSource(bank: Bank, key: SourceKey & Acting): void {
  const { id, url } = findSource(bank, key)
  bank.transaction((tx) => {
    tx.delete(harvestRecords).where(eq(harvestRecords.sourceId, id)).run()
    tx.delete(harvestSources).where(eq(harvestSources.id, id)).run()
    record(tx, key, 'harvest.source-removed', url)
  })
}

function record(
  tx: Pick<Bank, 'select' | 'insert'>,
  { organisationId, personId, now }: Acting,
  action: string,
  object: string,
): void {
  const at = now.getTime()
  recordEvent(tx, { at, organisationId, personId, action, object, details: {} })
}

const day = 86_400_000

/** The next source to harvest: one that waits, or that rested for a day; `null` when none is due. */
export function findDue(db: Pick<Bank, 'select'>, now: Date): string | null {
  const rested = and(
    eq(harvestSources.state, 'resting'),
    lt(harvestSources.finishedAt, now.getTime() - day),
  )
  const found = db
    .select({ id: harvestSources.id })
    .from(harvestSources)
    .where(or(eq(harvestSources.state, 'waiting'), rested))
    .orderBy(harvestSources.finishedAt)
    .get()
  return found?.id ?? null
}

/** What a crash interrupted waits again. */
export function takeUpInterrupted(bank: Pick<Bank, 'update'>): void {
  bank
    .update(harvestSources)
    .set({ state: 'waiting' })
    .where(eq(harvestSources.state, 'harvesting'))
    .run()
}
