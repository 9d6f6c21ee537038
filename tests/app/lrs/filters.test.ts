import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '#tests/conformance/sample.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'

const lea = { mbox: 'mailto:lea@example.org' }
const paul = { account: { homePage: 'https://lms.example.org', name: 'paul' } }
const visit = 'https://example.org/visite'
const course = 'https://example.org/cours'
const registration = '0191f3c8-5a7e-7d3c-9b1a-2f4e6d8c0a1b'

let endpoint: Endpoint
let clock = Date.UTC(2026, 8, 14, 9)
beforeAll(async () => {
  endpoint = await openEndpoint({ now: () => new Date(clock) })
})
afterAll(() => endpoint.close())
beforeEach(() => {
  for (const table of ['mentions', 'statements']) {
    endpoint.statements.$client.exec(`delete from ${table}`)
  }
  clock += 60_000
})

/** Stores a statement that is named by its verb; a second passes. */
async function tell(name: string, more: object = {}): Promise<string> {
  clock += 1000
  const id = randomUUID()
  const body = { ...plain, id, verb: { id: `https://example.org/${name}` }, ...more }
  expect((await endpoint.call('/statements', { method: 'POST', body })).status).toBe(200)
  return id
}

type Told = { verb: { id: string }; object: object; authority: object }
type Result = { statements: Told[]; more: string }

async function read(params: Record<string, unknown>, headers = {}): Promise<Result> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const response = await endpoint.call(`/statements?${query}`, { headers })
  expect(response.status).toBe(200)
  return response.json()
}

/** Names of the statements found, the newest first unless asked otherwise. */
async function find(params: Record<string, unknown>): Promise<string> {
  const { statements } = await read(params)
  return names(statements)
}

function names(statements: Told[]): string {
  return statements.map(({ verb }) => verb.id.split('/').at(-1)).join(' ')
}

describe('a filter', () => {
  it('by agent finds the actor, the object, and groups of which it is a member', async () => {
    await tell('did', { actor: lea })
    await tell('was-told', { actor: paul, object: { objectType: 'Agent', ...lea } })
    await tell('together', { actor: { objectType: 'Group', member: [paul, lea] } })
    await tell('taught', { actor: paul, context: { instructor: lea } })
    expect(await find({ agent: lea })).toBe('together was-told did')
    expect(await find({ agent: { mbox: 'mailto:LEA@example.org' } })).toBe(
      'together was-told did',
    )
    expect(await find({ agent: paul })).toBe('taught together was-told')
    expect(await find({ agent: { mbox: 'mailto:nobody@example.org' } })).toBe('')
  })

  it('by related agents finds instructors, teams, authorities and those in a SubStatement', async () => {
    await tell('taught', { actor: paul, context: { instructor: lea } })
    await tell('in-team', {
      actor: paul,
      context: { team: { objectType: 'Group', member: [lea] } },
    })
    const object = { objectType: 'SubStatement', ...plain, actor: lea }
    await tell('planned', { actor: paul, object })
    expect(await find({ agent: lea })).toBe('')
    expect(await find({ agent: lea, related_agents: true })).toBe('planned in-team taught')
    const { authority } = (await read({ limit: 1 })).statements[0]!
    expect(await find({ agent: authority, related_agents: true })).toBe(
      'planned in-team taught',
    )
  })

  it('by activity finds the object; by related activities the context too', async () => {
    await tell('attended', { object: { id: visit } })
    await tell('read', {
      object: { id: course },
      context: { contextActivities: { grouping: { id: visit } } },
    })
    await tell('planned', { object: { objectType: 'SubStatement', ...plain } })
    expect(await find({ activity: visit })).toBe('attended')
    expect(await find({ activity: visit, related_activities: true })).toBe(
      'planned read attended',
    )
  })

  it('by verb, by registration, and by several at once', async () => {
    await tell('attended', { context: { registration } })
    await tell('attended', {
      actor: paul,
      context: { registration: registration.toUpperCase() },
    })
    await tell('left', { actor: paul })
    expect(await find({ verb: 'https://example.org/attended' })).toBe('attended attended')
    expect(await find({ registration })).toBe('attended attended')
    expect(await find({ registration, agent: paul })).toBe('attended')
    expect(await find({ registration, verb: 'https://example.org/left' })).toBe('')
    expect(await find({ agent: paul, activity: visit, verb: 'https://example.org/left' })).toBe(
      'left',
    )
  })

  it('since leaves out its own instant, until keeps it', async () => {
    await tell('first')
    const second = await tell('second')
    await tell('third')
    const one = await endpoint.call(`/statements?statementId=${second}`)
    const { stored } = await one.json()
    expect(await find({ since: stored })).toBe('third')
    expect(await find({ until: stored })).toBe('second first')
    expect(await find({ until: stored, ascending: true })).toBe('first second')
    expect(await find({ since: stored, until: stored })).toBe('')
  })

  it('is refused when it is unknown, malformed, twice or out of place', async () => {
    const id = randomUUID()
    const wrong = [
      'Agent={}',
      'agent=lea',
      'agent={}',
      'verb=attended',
      'activity=visite',
      'registration=1',
      'since=yesterday',
      'limit=-1',
      'limit=x',
      'ascending=yes',
      'format=short',
      'verb=urn:a&verb=urn:b',
      `statementId=${id}&voidedStatementId=${id}`,
      `statementId=${id}&limit=1`,
      'statementId=first',
    ]
    for (const query of wrong) {
      expect((await endpoint.call(`/statements?${query}`)).status, query).toBe(400)
    }
  })
})

describe('a page', () => {
  it('links to the next, which statements written meanwhile do not move', async () => {
    for (let number = 1; number <= 7; number += 1) await tell(`n${number}`)
    const first = await read({ limit: 3, agent: lea })
    expect(names(first.statements)).toBe('n7 n6 n5')
    await tell('n8')
    const second = await follow(first.more)
    expect(names(second.statements)).toBe('n4 n3 n2')
    await tell('n9')
    const third = await follow(second.more)
    expect([names(third.statements), third.more]).toEqual(['n1', ''])
  })

  it('in ascending order goes on to what was written meanwhile', async () => {
    for (let number = 1; number <= 3; number += 1) await tell(`n${number}`)
    const first = await read({ limit: 2, ascending: true })
    await tell('n4')
    const second = await follow(first.more)
    expect([names(second.statements), second.more]).toEqual(['n3 n4', ''])
  })

  async function follow(more: string): Promise<Result> {
    expect(more).toMatch(/^\/xapi\/statements\?/)
    return (await endpoint.call(more.slice('/xapi'.length))).json()
  }
})

describe('a format', () => {
  const object = {
    objectType: 'Activity',
    id: visit,
    definition: { name: { fr: 'Visite', 'en-GB': 'Visit', de: 'Besuch' }, type: 'urn:x-visit' },
  }

  it('of ids keeps only what identifies', async () => {
    const group = { objectType: 'Group', name: 'Équipe', member: [{ ...lea, name: 'Léa' }] }
    await tell('did', {
      actor: group,
      object,
      context: { contextActivities: { parent: object } },
    })
    const [statement] = (await read({ format: 'ids' })).statements
    expect(statement).toMatchObject({
      actor: { objectType: 'Group', member: [lea] },
      verb: { id: 'https://example.org/did' },
      object: { id: visit },
      context: { contextActivities: { parent: [{ id: visit }] } },
    })
    expect(JSON.stringify(statement)).not.toMatch(/Équipe|Léa|Visite/)
  })

  it('of canonical keeps the language asked for, or one', async () => {
    await tell('did', {
      object,
      verb: { id: 'urn:x-did', display: { fr: 'a visité', en: 'visited' } },
    })
    const inEnglish = await read(
      { format: 'canonical' },
      { 'Accept-Language': 'nl, en;q=0.8, fr;q=0.5' },
    )
    expect(inEnglish.statements[0]).toMatchObject({
      verb: { display: { en: 'visited' } },
      object: { definition: { name: { 'en-GB': 'Visit' }, type: 'urn:x-visit' } },
    })
    const inJapanese = await read({ format: 'canonical' }, { 'Accept-Language': 'ja' })
    expect(inJapanese.statements[0]!.object).toMatchObject({
      definition: { name: { fr: 'Visite' } },
    })
  })

  it('of exact gives back what came, to the last digit of its time', async () => {
    const timestamp = '2026-09-14T09:00:00.123456+02:00'
    const id = await tell('did', { object, timestamp })
    const got = await (await endpoint.call(`/statements?statementId=${id}`)).json()
    expect(got).toMatchObject({ object, timestamp })
  })
})

describe('a statement about another', () => {
  it('is found by what that one mentions, whichever came first', async () => {
    const target = randomUUID()
    await tell('confirmed-early', {
      actor: paul,
      object: { objectType: 'StatementRef', id: target },
    })
    await tell('did', { id: target, actor: lea })
    const confirmed = await tell('confirmed', {
      actor: paul,
      object: { objectType: 'StatementRef', id: target },
    })
    await tell('audited', {
      actor: paul,
      object: { objectType: 'StatementRef', id: confirmed },
    })
    expect(await find({ agent: lea })).toBe('audited confirmed did confirmed-early')
    expect(await find({ activity: visit, agent: paul })).toBe(
      'audited confirmed confirmed-early',
    )
  })

  it('in a circle is found, and ends', async () => {
    const [a, b] = [randomUUID(), randomUUID()]
    await tell('a', { id: a, object: { objectType: 'StatementRef', id: b } })
    await tell('b', { id: b, actor: paul, object: { objectType: 'StatementRef', id: a } })
    expect(await find({ agent: paul })).toBe('b a')
  })
})

describe('voiding', () => {
  const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' }
  const takeOut = (id: string) =>
    tell('', { verb: voided, object: { objectType: 'StatementRef', id } })

  it('takes a statement out of lists, and keeps it under its own question', async () => {
    const id = await tell('did', { actor: lea })
    const by = await takeOut(id)
    expect(await find({ agent: lea })).toBe('voided')
    expect((await endpoint.call(`/statements?statementId=${id}`)).status).toBe(404)
    const kept = await endpoint.call(`/statements?voidedStatementId=${id}`)
    expect((await kept.json()).id).toBe(id)
    expect((await endpoint.call(`/statements?voidedStatementId=${by}`)).status).toBe(404)
  })

  it('holds for a statement that comes later', async () => {
    const id = randomUUID()
    await takeOut(id)
    await tell('did', { id })
    expect(await find({})).toBe('voided')
    expect((await endpoint.call(`/statements?voidedStatementId=${id}`)).status).toBe(200)
  })

  it('does not void a voiding statement', async () => {
    const first = await takeOut(await tell('did'))
    await takeOut(first)
    expect((await endpoint.call(`/statements?statementId=${first}`)).status).toBe(200)
    expect(await find({})).toBe('voided voided')
  })
})
