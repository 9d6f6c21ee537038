import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Lrs, Query } from '../lrs.ts'
import { type Row, row } from '../row.ts'
import { fresh, plain } from '../sample.ts'

/** Several statements of one actor, oldest first, each stored in a millisecond of its own. */
async function told(lrs: Lrs, ...more: object[]) {
  const { actor } = fresh()
  const all = more.map((each) => fresh({ actor, ...each }))
  for (const each of all) {
    await lrs.post(each)
    await pause(2)
  }
  return { all, agent: JSON.stringify(actor), ids: all.map(({ id }) => id) }
}

const idsOf = async (lrs: Lrs, query: Query) => (await lrs.find(query)).map(({ id }) => id)

/** A filter that finds one of two statements. */
function filter(requirement: string, name: string, mine: object, query: Query): Row {
  return row(requirement, `finds statements by ${name}`, async (lrs) => {
    const { agent, ids } = await told(lrs, mine, {})
    expect(await idsOf(lrs, { agent, ...query })).toEqual([ids[0]])
  })
}

const registration = '0191f3c8-5a7e-7d3c-9b1a-2f4e6d8c0a1c'
const elsewhere = 'https://example.org/elsewhere'

const filters: readonly Row[] = [
  filter('XAPI-00180 00164', 'verb', { verb: { id: elsewhere } }, { verb: elsewhere }),
  filter('XAPI-00179', 'activity', { object: { id: elsewhere } }, { activity: elsewhere }),
  filter('XAPI-00178', 'registration', { context: { registration } }, { registration }),
  filter(
    'XAPI-00177',
    'activities around the object, when asked to',
    { context: { contextActivities: { parent: [{ id: elsewhere }] } } },
    { activity: elsewhere, related_activities: 'true' },
  ),
  row(
    'XAPI-00181 00149',
    'finds statements by agent, and an empty list where there are none',
    async (lrs) => {
      const { agent, ids } = await told(lrs, {})
      expect(await idsOf(lrs, { agent })).toEqual(ids)
      expect(await idsOf(lrs, { agent: JSON.stringify(fresh().actor) })).toEqual([])
    },
  ),
  row('XAPI-00176', 'finds statements by agents around them, when asked to', async (lrs) => {
    const instructor = fresh().actor
    const { ids } = await told(lrs, { context: { instructor } })
    const agent = JSON.stringify(instructor)
    expect(await idsOf(lrs, { agent, related_agents: 'true' })).toEqual(ids)
    expect(await idsOf(lrs, { agent })).toEqual([])
  }),
  row(
    'XAPI-00174 00175',
    'finds statements stored after one time and up to another',
    async (lrs) => {
      const { agent, ids } = await told(lrs, {}, {}, {})
      const stored = async (id: string) => (await lrs.read(id)).stored as string
      const [first, second] = [await stored(ids[0]!), await stored(ids[1]!)]
      expect(await idsOf(lrs, { agent, since: first })).toEqual([ids[2], ids[1]])
      expect(await idsOf(lrs, { agent, until: second })).toEqual([ids[1], ids[0]])
    },
  ),
  row(
    'XAPI-00166',
    'lists the oldest first when asked to, and else the newest',
    async (lrs) => {
      const { agent, ids } = await told(lrs, {}, {})
      expect(await idsOf(lrs, { agent, ascending: 'true' })).toEqual(ids)
      expect(await idsOf(lrs, { agent })).toEqual(ids.toReversed())
    },
  ),
]

const pages: readonly Row[] = [
  row(
    'XAPI-00108 00111 00114 00173',
    'gives what does not fit on a page behind its link',
    async (lrs) => {
      const { agent, ids } = await told(lrs, {}, {}, {})
      const first = await (await lrs.get({ agent, limit: '2' })).json()
      expect(first.statements).toHaveLength(2)
      const next = await lrs.send('GET', first.more.replace(/^\/xapi/, ''))
      const second = await next.json()
      expect(Object.keys(second).sort()).toEqual(['more', 'statements'])
      expect(second.statements).toMatchObject([{ id: ids[0] }])
      expect(second.more).toBe('')
    },
  ),
  row(
    'XAPI-00109 00110 00113 00112',
    'gives a list and a link, empty when that was all',
    async (lrs) => {
      const { agent } = await told(lrs, {})
      const page = await (await lrs.get({ agent, limit: '1' })).json()
      expect(page).toEqual({ statements: [expect.anything()], more: '' })
    },
  ),
  row('XAPI-00139 00154 00159', 'lists statements at /statements', async (lrs) => {
    const answer = await lrs.get({ limit: '1' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      statements: expect.any(Array),
      more: expect.any(String),
    })
  }),
  row('XAPI-00156 00158', 'gives one statement by its id', async (lrs) => {
    const one = fresh()
    await lrs.post(one)
    expect(await lrs.read(one.id)).toMatchObject(one)
    expect((await lrs.get({ statementId: fresh().id })).status).toBe(404)
  }),
]

const formats: readonly Row[] = [
  row(
    'XAPI-00168 00169 00170 00171',
    'writes statements in the format asked for',
    async (lrs) => {
      const name = { fr: 'Visite', en: 'Visit' }
      const object = { id: `https://example.org/${fresh().id}`, definition: { name } }
      const one = fresh({ object })
      await lrs.post(one)
      const inFormat = async (query: Query) =>
        (await (await lrs.get({ statementId: one.id, ...query })).json()).object
      expect(await inFormat({})).toMatchObject(object)
      expect(await inFormat({ format: 'exact' })).toMatchObject(object)
      expect((await inFormat({ format: 'canonical' })).definition.name).toBeTypeOf('object')
      expect((await inFormat({ format: 'ids' })).definition).toBeUndefined()
    },
  ),
  row(
    'XAPI-00172',
    'chooses the language of the reader in canonical statements',
    async (lrs) => {
      const name = { fr: 'Visite', en: 'Visit' }
      const one = fresh({ object: { ...plain.object, definition: { name } } })
      await lrs.post(one)
      const query = { statementId: one.id, format: 'canonical' }
      const got = await (await lrs.get(query, { 'Accept-Language': 'en' })).json()
      expect(got.object.definition.name).toEqual({ en: 'Visit' })
    },
  ),
  row('XAPI-00161 00165', 'sends JSON when no attachments are asked for', async (lrs) => {
    const answer = await lrs.get({ attachments: 'false', limit: '1' })
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  }),
]

const refused: readonly Row[] = [
  ...(['statementId', 'voidedStatementId'] as const).map((name) =>
    row(
      name === 'statementId' ? 'XAPI-00151' : 'XAPI-00150',
      `refuses ${name} with a filter beside it`,
      async (lrs) => {
        const { id, actor } = fresh()
        const beside: Query[] = [
          { agent: JSON.stringify(actor) },
          { verb: plain.verb.id },
          { activity: plain.object.id },
          { registration: id },
          { related_activities: 'true' },
          { related_agents: 'true' },
          { since: '2026-01-01T00:00:00Z' },
          { until: '2026-01-01T00:00:00Z' },
          { limit: '1' },
          { ascending: 'true' },
          { statementId: id, voidedStatementId: id },
        ]
        for (const query of beside)
          expect((await lrs.get({ [name]: id, ...query })).status).toBe(400)
      },
    ),
  ),
  row('XAPI-00012', 'refuses parameters that a statement could not hold', async (lrs) => {
    const wrong: Query[] = [
      { statementId: 'first' },
      { voidedStatementId: 'first' },
      { agent: '{"mbox":"lea"}' },
      { agent: 'lea' },
      { verb: 'attended' },
      { activity: 'visite' },
      { registration: 'mine' },
      { since: 'yesterday' },
      { until: 'tomorrow' },
      { limit: '-1' },
      { related_agents: 'perhaps' },
    ]
    for (const query of wrong) expect((await lrs.get(query)).status).toBe(400)
  }),
]

export const reading: readonly Row[] = [...filters, ...pages, ...formats, ...refused]
