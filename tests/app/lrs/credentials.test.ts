import { randomUUID } from 'node:crypto'
import XAPI from '@xapi/xapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheMs } from '#app/lrs/credentials.server.ts'
import { createCredential, revokeCredential } from '#app/lrs/index.server.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { plain } from '#tests/conformance/sample.ts'
import { basic, type Endpoint, openEndpoint } from './endpoint.ts'
import { voiding } from './learner.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

const post = (as: string, body: unknown) =>
  endpoint.call('/statements', { method: 'POST', body, as })
const read = (as: string, query = '') => endpoint.call(`/statements${query}`, { as })

describe('a key', () => {
  it('that is wrong, missing or malformed opens nothing', async () => {
    const { key } = createCredential(endpoint.bank, {
      organisationId: 'one',
      scope: 'all',
      now: new Date(),
    })
    const wrong = [
      basic({ key, secret: 'guess' }),
      basic({ key: 'none', secret: '' }),
      'Bearer x',
      'Basic',
      '',
    ]
    for (const as of wrong) {
      const response = await read(as)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ error: { code: 'credential.unknown' } })
    }
  })

  it('stops opening in less than a second once it is revoked', async () => {
    const created = createCredential(endpoint.bank, {
      organisationId: 'one',
      scope: 'all',
      now: new Date(),
    })
    expect((await read(basic(created))).status).toBe(200)
    revokeCredential(endpoint.bank, created.key, new Date())
    expect(cacheMs).toBeLessThan(1000)
    await new Promise((resolve) => setTimeout(resolve, cacheMs + 20))
    expect((await read(basic(created))).status).toBe(401)
  })

  it('to add can neither read nor void', async () => {
    const add = endpoint.key('add')
    const posted = await post(add, plain)
    expect(posted.status).toBe(200)
    const [id] = await posted.json()
    expect((await read(add)).status).toBe(403)
    expect((await read(add, `?statementId=${id}`)).status).toBe(403)
    expect((await post(add, [plain, voiding(id)])).status).toBe(403)
    expect((await read(endpoint.key('read'), `?statementId=${id}`)).status).toBe(200)
  })

  it('to read can read only', async () => {
    const reader = endpoint.key('read')
    expect((await read(reader)).status).toBe(200)
    expect((await post(reader, plain)).status).toBe(403)
    const put = { method: 'PUT', body: plain, as: reader }
    expect((await endpoint.call(`/statements?statementId=${randomUUID()}`, put)).status).toBe(
      403,
    )
  })

  it('says who asserts a statement, whatever the statement claims', async () => {
    const claimed = { ...plain, authority: { mbox: 'mailto:dean@example.org' } }
    const all = endpoint.key('all')
    const [id] = await (await post(all, claimed)).json()
    const { authority } = await (await read(all, `?statementId=${id}`)).json()
    expect(JSON.stringify(authority)).not.toContain('dean')
  })
})

describe('an organisation', () => {
  it('sees nothing of another, not even by id', async () => {
    const id = randomUUID()
    await post(endpoint.key('all', 'one'), {
      ...plain,
      id,
      actor: { mbox: 'mailto:isolated@example.org' },
    })
    const other = endpoint.key('all', 'two')
    expect((await read(other, `?statementId=${id}`)).status).toBe(404)
    for (const query of [
      '',
      '?related_agents=true',
      `?verb=${encodeURIComponent(plain.verb.id)}`,
    ]) {
      expect((await (await read(other, query)).json()).statements).toEqual([])
    }
  })

  it('can neither void nor block an id of another', async () => {
    const id = randomUUID()
    const [one, two] = [endpoint.key('all', 'one'), endpoint.key('all', 'two')]
    await post(one, { ...plain, id })
    expect((await post(two, voiding(id))).status).toBe(200)
    expect((await post(two, { ...plain, id, verb: { id: 'urn:x-other' } })).status).toBe(200)
    expect((await (await read(one, `?statementId=${id}`)).json()).verb).toEqual(plain.verb)
  })
})

describe('what a package sends', () => {
  const named = { mbox: 'mailto:lea@example.org', name: 'Léa Martin' }
  const stored = async (actor: object, organisation = 'one', more: object = {}) => {
    const [id] = await (
      await post(endpoint.key('add', organisation), { ...plain, actor, ...more })
    ).json()
    return (await read(endpoint.key('read', organisation), `?statementId=${id}`)).json()
  }

  it('is stored under a pseudonym, the same each time and another elsewhere', async () => {
    const first = await stored(named)
    expect(first.actor).toEqual({
      account: { homePage: pseudonymHome, name: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect((await stored({ mbox: named.mbox })).actor).toEqual(first.actor)
    expect((await stored({ mbox: 'mailto:paul@example.org' })).actor).not.toEqual(first.actor)
    expect((await stored(named, 'two')).actor).not.toEqual(first.actor)
  })

  it('keeps the pseudonyms that the package made, without the name', async () => {
    const account = { homePage: pseudonymHome, name: 'f3a9' }
    expect((await stored({ account, name: 'Léa' })).actor).toEqual({ account })
  })

  it('names nobody anywhere: accounts, groups, instructors, objects, SubStatements', async () => {
    const account = { account: { homePage: 'https://lms.example.org', name: 'lea.martin' } }
    const group = { objectType: 'Group', name: 'Léa et moi', member: [named, account] }
    const whole = await stored(group, 'one', {
      object: {
        objectType: 'SubStatement',
        ...plain,
        actor: named,
        object: { objectType: 'Agent', ...account },
      },
      context: { instructor: account, team: group },
    })
    expect(JSON.stringify(whole)).not.toMatch(/lea[.@]|Léa|lms\.example/)
    const file = endpoint.statements.$client.prepare(
      "select group_concat(value) from terms where value like '%martin%'",
    )
    expect(file.pluck().get()).toBeNull()
  })

  it('sent twice is the same statement, though its actor was changed', async () => {
    const statement = { ...plain, id: randomUUID(), actor: named }
    const add = endpoint.key('add')
    expect((await post(add, statement)).status).toBe(200)
    expect((await post(add, statement)).status).toBe(200)
    expect(
      (await post(add, { ...statement, actor: { mbox: 'mailto:paul@example.org' } })).status,
    ).toBe(409)
  })

  it('from an LMS with a key of its own is kept as told', async () => {
    const all = endpoint.key('all')
    const [id] = await (await post(all, { ...plain, actor: named })).json()
    expect((await (await read(all, `?statementId=${id}`)).json()).actor).toEqual(named)
  })
})

describe('the client of the xapi.js project', () => {
  const client = () =>
    new XAPI({
      endpoint: `${endpoint.url}/`,
      auth: endpoint.key('all', 'two'),
      adapter: 'fetch',
    })

  it('sends, reads, pages and voids', async () => {
    const xapi = client()
    const { actor, object } = plain
    const tell = (verb: string) =>
      xapi.sendStatement({
        statement: { actor, object, verb: { id: `https://example.org/${verb}` } } as never,
      })
    const { data: ids } = await tell('first')
    for (const verb of ['second', 'third']) await tell(verb)
    const { data: page } = await xapi.getStatements({ agent: actor as never, limit: 2 })
    expect(page.statements).toHaveLength(2)
    const { data: rest } = await xapi.getMoreStatements({ more: page.more })
    expect('statements' in rest && rest.statements[0]).toMatchObject({
      id: ids[0],
      verb: { id: 'https://example.org/first' },
    })
    await xapi.voidStatement({ actor: actor as never, statementId: ids[0]! })
    const { data: voided } = await xapi.getVoidedStatement({ voidedStatementId: ids[0]! })
    expect(voided).toMatchObject({ id: ids[0] })
    await expect(xapi.getStatement({ statementId: ids[0]! })).rejects.toBeTruthy()
  })

  it('reads about the endpoint', async () => {
    const { data } = await client().getAbout()
    expect(data.version).toEqual(['1.0.3', '2.0.0'])
  })
})
