import { and, eq, lt, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { harvestRecords, harvestSources } from '#app/db/schema/bank/index.ts'
import { tokensOf } from '#app/services/search/words.ts'
import { childNamed, type Element } from '#packaging/xml/parse-xml.ts'
import {
  askRepository,
  HarvestError,
  identify,
  type Listening,
  type Repository,
} from './listen.server.ts'
import { type HarvestedRecord, type ReadRecord, readRecord } from './read-record.ts'

type Source = typeof harvestSources.$inferSelect
type Writer = Parameters<Parameters<Bank['transaction']>[0]>[0]
export type HarvestOptions = Omit<Listening, 'url'> & { now: () => Date }

/** No bank that we know has more; a list without end stops there. */
const most = { pages: 20_000, records: 300_000 }

type Counts = { came: number; gone: number; unread: number }

/**
 * Harvests one source, page by page, each in a transaction of its own: what came stays if the rest
 * does not. Only what changed is asked for, where the source tells what it deleted.
 */
export async function harvestSource(
  bank: Bank,
  sourceId: string,
  options: HarvestOptions,
): Promise<void> {
  const source = bank.select().from(harvestSources).where(eq(harvestSources.id, sourceId)).get()
  if (!source) return
  const startedAt = options.now().getTime()
  set(bank, source, {
    state: 'harvesting',
    startedAt,
    failure: null,
    came: 0,
    gone: 0,
    unread: 0,
  })
  try {
    const listening = { ...options, url: source.url }
    const repository = await identify(listening)
    set(bank, source, { name: repository.name || source.name })
    const counts = await readAll({ bank, source, repository, listening, startedAt })
    set(bank, source, { ...counts, nextFrom: nextFrom(repository) })
  } catch (error) {
    if (options.signal?.aborted) return set(bank, source, { state: 'waiting' })
    if (!(error instanceof HarvestError)) console.error(error)
    const { code, params } =
      error instanceof HarvestError ? error : { code: 'unexpected', params: {} }
    set(bank, source, { failure: { code, params } })
  }
  const finishedAt = options.now().getTime()
  const stopped = stateOf(bank, sourceId) === 'stopped'
  set(bank, source, { finishedAt, ...(!stopped && { state: 'resting' as const }) })
}

function set(bank: Bank, { id }: Source, values: Partial<Source>): void {
  bank.update(harvestSources).set(values).where(eq(harvestSources.id, id)).run()
}

function stateOf(bank: Bank, sourceId: string): Source['state'] | null {
  const { state } = harvestSources
  const row = bank.select({ state }).from(harvestSources).where(eq(harvestSources.id, sourceId))
  return row.get()?.state ?? null
}

/** Next time from when it answered this time, by its own clock. */
function nextFrom({ tellsDeletions, inDays, now }: Repository): string | null {
  if (!tellsDeletions || !/^\d{4}-\d{2}-\d{2}/.test(now)) return null
  return inDays ? now.slice(0, 10) : `${now.slice(0, 19)}Z`
}

type Harvest = {
  bank: Bank
  source: Source
  repository: Repository
  listening: Listening
  startedAt: number
}

async function readAll(harvest: Harvest): Promise<Counts> {
  const { bank, source, repository, listening, startedAt } = harvest
  const { prefix, tellsDeletions } = repository
  const from = tellsDeletions ? source.nextFrom : null
  const counts = { came: 0, gone: 0, unread: 0 }
  const seen = new Set<string>()
  let asked: Record<string, string> = { metadataPrefix: prefix, ...(from && { from }) }
  for (let page = 0; ; page += 1) {
    if (page >= most.pages || counts.came + counts.gone > most.records)
      throw new HarvestError('too-many', { most: most.records })
    const answer = await askRepository(listening, { verb: 'ListRecords', ...asked })
    const list = listIn(answer)
    if (!list) break
    const records = list.children.filter(({ name }) => name === 'record').map(readRecord)
    bank.transaction((tx) => keepPage(tx, source, records, { counts, startedAt }))
    set(bank, source, counts)
    if (stateOf(bank, source.id) !== 'harvesting') throw new HarvestError('interrupted')
    const token = childNamed(list, 'resumptionToken')?.text.trim() ?? ''
    if (!token) break
    if (seen.has(token)) throw new HarvestError('loop')
    seen.add(token)
    asked = { resumptionToken: token }
  }
  if (from === null) counts.gone += removeUnseen(bank, source, startedAt)
  return counts
}

/** `null`: nothing is there, or nothing changed. */
function listIn(answer: Element): Element | null {
  const list = childNamed(answer, 'ListRecords')
  if (list) return list
  const error = childNamed(answer, 'error')
  if (error?.attributes.code === 'noRecordsMatch') return null
  if (!error) throw new HarvestError('not-oai')
  const code = /^\w{1,40}$/.exec(error.attributes.code ?? '')?.[0] ?? '?'
  throw new HarvestError('refused', { code })
}

function keepPage(
  tx: Writer,
  { id: sourceId }: Source,
  records: readonly ReadRecord[],
  { counts, startedAt }: { counts: Counts; startedAt: number },
): void {
  for (const read of records) {
    if (read === null) counts.unread += 1
    else if (read.state === 'deleted') counts.gone += remove(tx, sourceId, read.identifier)
    else {
      keepRecord(tx, sourceId, read.record, startedAt)
      counts.came += 1
    }
  }
}

function remove(tx: Writer, sourceId: string, identifier: string): number {
  return tx
    .delete(harvestRecords)
    .where(
      and(eq(harvestRecords.sourceId, sourceId), eq(harvestRecords.identifier, identifier)),
    )
    .run().changes
}

function keepRecord(
  tx: Writer,
  sourceId: string,
  record: HarvestedRecord,
  seenAt: number,
): void {
  const row = { ...record, sourceId, seenAt }
  const { id } = tx
    .insert(harvestRecords)
    .values(row)
    .onConflictDoUpdate({
      target: [harvestRecords.sourceId, harvestRecords.identifier],
      set: row,
    })
    .returning({ id: harvestRecords.id })
    .get()
  const { title, description, authors, subjects } = record
  const language = /^en/i.test(record.language) ? 'en' : 'fr'
  const others = [description, ...authors, ...subjects].join('\n')
  tx.run(sql`delete from harvest_words where rowid = ${id}`)
  tx.run(sql`insert into harvest_words (rowid, title, others)
    values (${id}, ${tokensOf(title, language)}, ${tokensOf(others, language)})`)
}

/** After a harvest of everything, what was not met is no longer there. */
function removeUnseen(bank: Bank, { id }: Source, startedAt: number): number {
  return bank
    .delete(harvestRecords)
    .where(and(eq(harvestRecords.sourceId, id), lt(harvestRecords.seenAt, startedAt)))
    .run().changes
}
