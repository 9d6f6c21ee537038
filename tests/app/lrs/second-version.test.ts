import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { plain } from '#tests/conformance/sample.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

const in2 = { 'X-Experience-API-Version': '2.0.0' }
const in1 = { 'X-Experience-API-Version': '1.0.3' }
const post = (body: unknown, headers: Record<string, string> = in2, as?: string) =>
  endpoint.call('/statements', { method: 'POST', body, headers, ...(as && { as }) })
const stored = async (id: string, headers = in2) =>
  (await endpoint.call(`/statements?statementId=${id}`, { headers })).json()
const about = (context: object) => ({ ...plain, id: randomUUID(), context })

const tutor = {
  objectType: 'contextAgent',
  agent: { mbox: 'mailto:tuteur@example.org' },
  relevantTypes: ['https://example.org/tutor'],
}
const team = {
  objectType: 'contextGroup',
  group: { objectType: 'Group', name: 'Équipe A', member: [plain.actor] },
}

describe('a statement of version 2.0', () => {
  it('is of version 2.0.0 when it does not say, and one of 1.0.3 of 1.0.0', async () => {
    const [second, first] = [about({}), about({})]
    await post(second)
    await post(first, in1)
    expect(await stored(second.id)).toMatchObject({ version: '2.0.0' })
    expect(await stored(first.id)).toMatchObject({ version: '1.0.0' })
  })

  it('may say who else took part, and is found by them', async () => {
    const statement = about({ contextAgents: [tutor], contextGroups: [team] })
    expect((await post(statement)).status).toBe(200)
    const agent = encodeURIComponent(JSON.stringify(tutor.agent))
    const found = async (related: boolean) => {
      const query = `agent=${agent}&related_agents=${related}`
      const response = await endpoint.call(`/statements?${query}`, { headers: in2 })
      const { statements } = (await response.json()) as { statements: { id: string }[] }
      return statements.map(({ id }) => id)
    }
    expect(await found(true)).toContain(statement.id)
    expect(await found(false)).not.toContain(statement.id)
  })

  it('names those who took part by pseudonyms too, when a package tells it', async () => {
    const statement = about({ contextAgents: [tutor], contextGroups: [team] })
    expect((await post(statement, in2, endpoint.key('add'))).status).toBe(200)
    const { context } = (await stored(statement.id)) as {
      context: { contextAgents: { agent: { account: { homePage: string } } }[] }
    }
    expect(context.contextAgents[0]!.agent.account.homePage).toBe(pseudonymHome)
    expect(JSON.stringify(context)).not.toMatch(/tuteur|Équipe/)
  })
})
