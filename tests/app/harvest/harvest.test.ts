import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bank } from '#app/db/client.server.ts'
import { harvestRecords, harvestSources } from '#app/db/schema/bank/index.ts'
import { harvestSource } from '#app/services/harvest/harvest.server.ts'
import { searchElsewhere } from '#app/services/harvest/search-elsewhere.server.ts'
import {
  addSource,
  findDue,
  harvestSoon,
  removeSource,
  stopSource,
} from '#app/services/harvest/sources.server.ts'
import { addTeam, emptyBank, now, type Team } from '#tests/builders/bank.ts'
import { dc, deleted, oai, repository } from './repository.ts'

type Answer = string | Buffer | { status: number; headers: Record<string, string> }

let bank: Bank
let team: Team
let server: Server
let url: string
/** What the other bank says. */
let answer: (asked: URLSearchParams) => Answer
let heard: string[]

beforeEach(async () => {
  bank = emptyBank()
  team = addTeam(bank)
  heard = []
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams
    heard.push(asked.toString())
    const given = answer(asked)
    if (typeof given === 'string' || Buffer.isBuffer(given)) response.end(given)
    else response.writeHead(given.status, given.headers).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
  bank.$client.close()
})

const by = () => ({
  organisationId: team.organisationId,
  personId: team.people.administrator.id,
  now,
})

async function harvest(at = now, again?: string) {
  const sourceId = again ?? addSource(bank, { url, ...by() })
  await harvestSource(bank, sourceId, { now: () => at, second: 1, mayReach: () => true })
  return { sourceId, source: bank.select().from(harvestSources).get()! }
}

function titles(): string[] {
  const rows = bank.select().from(harvestRecords).orderBy(harvestRecords.title).all()
  return rows.map(({ title }) => title)
}

describe('a harvest', () => {
  it('keeps what comes, part by part, and says how it went', async () => {
    answer = repository([dc('a') + dc('b'), `${dc('c')}<record><header/></record>`])
    const { source } = await harvest()
    expect(titles()).toEqual(['Titre a', 'Titre b', 'Titre c'])
    expect(source).toMatchObject({
      ...{ name: 'Banque d’à côté', state: 'resting', came: 3, gone: 0, unread: 1 },
      ...{ failure: null, nextFrom: '2026-03-10T10:00:00Z' },
    })
  })

  it('asks next time for what changed, and hears of deletions', async () => {
    answer = repository([dc('a') + dc('b')])
    const { sourceId } = await harvest()
    answer = repository([deleted('a') + dc('b', '<dc:title>Autre</dc:title>')])
    const { source } = await harvest(new Date(now.getTime() + 1), sourceId)
    expect(heard.at(-1)).toContain('from=2026-03-10T10%3A00%3A00Z')
    expect(titles()).toEqual(['Autre'])
    expect(source).toMatchObject({ came: 1, gone: 1 })
  })

  it('of a bank that does not tell of deletions asks for all, and drops what is no longer there', async () => {
    answer = repository([dc('a') + dc('b')], 'no')
    const { sourceId } = await harvest()
    answer = repository([dc('b')], 'no')
    await harvest(new Date(now.getTime() + 1), sourceId)
    expect(heard.at(-1)).not.toContain('from=')
    expect(titles()).toEqual(['Titre b'])
  })

  it('waits when it is asked to', async () => {
    const usual = repository([dc('a')])
    answer = (asked) =>
      heard.length < 3 ? { status: 503, headers: { 'Retry-After': '2' } } : usual(asked)
    expect((await harvest()).source.failure).toBeNull()
    expect(titles()).toEqual(['Titre a'])
  })

  const looping = oai(
    `<ListRecords>${dc('a')}<resumptionToken>encore</resumptionToken></ListRecords>`,
  )
  it.each<[string, string, Answer]>([
    ['busy', 'Identify', { status: 503, headers: { 'Retry-After': '86400' } }],
    ['status', 'Identify', { status: 500, headers: {} }],
    ['not-oai', 'Identify', '<html><body>Bienvenue</body></html>'],
    ['not-oai', 'Identify', Buffer.from([0, 1, 2, 255])],
    ['not-oai', 'ListRecords', ''],
    ['loop', 'ListRecords', looping],
    ['refused', 'ListRecords', oai('<error code="badArgument">non</error>')],
    ['too-large', 'ListRecords', Buffer.alloc(20_000_001, 97)],
  ])('ends with a reason: %s, after %s', async (code, verb, given) => {
    const usual = repository([dc('a')])
    answer = (asked) => (asked.get('verb') === verb ? given : usual(asked))
    const { source } = await harvest()
    expect(source).toMatchObject({ state: 'resting', failure: { code }, nextFrom: null })
  })

  it('never reaches this machine, unless a test says that it may', async () => {
    answer = repository([dc('a')])
    await harvestSource(bank, addSource(bank, { url, ...by() }), { now: () => now })
    const source = bank.select().from(harvestSources).get()
    expect(source?.failure).toMatchObject({ code: 'private-address' })
    expect(heard).toEqual([])
  })
})

it('records are found by their words, accents and plurals apart, the best first', async () => {
  const second = '<dc:title>Le feu</dc:title><dc:description>Un extincteur.</dc:description>'
  answer = repository([dc('a', '<dc:title>Les extincteurs à eau</dc:title>') + dc('b', second)])
  await harvest()
  const search = (q: string) =>
    searchElsewhere(bank, { organisationId: team.organisationId, q, page: 1 })
  expect(search('extincteur').rows.map(({ title }) => title)).toEqual([
    'Les extincteurs à eau',
    'Le feu',
  ])
  expect(search('').found).toBe(2)
  for (const q of ['palette', '"', '* OR', 'NEAR(zz b)', 'z'.repeat(10_000)])
    expect(search(q).found).toBe(0)
})

describe('a source', () => {
  it('is harvested when it waits and a day after, not when it is stopped', async () => {
    answer = repository([dc('a')])
    const { sourceId } = await harvest()
    const key = { sourceId, ...by() }
    const day = 86_400_000
    expect(findDue(bank, new Date(now.getTime() + day - 1))).toBeNull()
    expect(findDue(bank, new Date(now.getTime() + day + 1))).toBe(sourceId)
    stopSource(bank, key)
    expect(findDue(bank, new Date(now.getTime() + day + 1))).toBeNull()
    harvestSoon(bank, key)
    expect(findDue(bank, now)).toBe(sourceId)
  })

  it('goes with its records, words included', async () => {
    answer = repository([dc('a')])
    const { sourceId } = await harvest()
    removeSource(bank, { sourceId, ...by() })
    expect(titles()).toEqual([])
    const words = "select count(*) n from harvest_words where harvest_words match 'titre'"
    expect(bank.$client.prepare(words).get()).toEqual({ n: 0 })
  })

  it('is an address of the web, once', () => {
    addSource(bank, { url: `${url}?verb=Identify`, ...by() })
    expect(() => addSource(bank, { url, ...by() })).toThrow(
      expect.objectContaining({ code: 'harvest.already-there' }),
    )
    for (const wrong of ['ftp://a.fr', 'http://a:b@c.fr', 'bonjour'])
      expect(() => addSource(bank, { url: wrong, ...by() })).toThrow(
        expect.objectContaining({ code: 'harvest.address' }),
      )
  })
})
