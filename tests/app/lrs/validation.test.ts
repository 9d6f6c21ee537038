import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { accepted, plain, refused } from './refused-statements.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

const post = (body: unknown) => endpoint.call('/statements', { method: 'POST', body })
const stored = () =>
  endpoint.statements.$client.prepare('select count(*) from statements').pluck().get()

describe('the endpoint refuses', () => {
  it.each(refused)('%s', async (_rule, statement) => {
    const response = await post([plain, statement])
    expect(response.status).toBe(400)
    const { error } = await response.json()
    expect(error.code).toBe('statement.invalid')
    expect(error.message).not.toContain('undefined')
  })

  it('and stores none of a batch in which one is wrong', () => {
    expect(stored()).toBe(0)
  })
})

describe('the endpoint accepts', () => {
  it.each(accepted)('%s', async (_what, statement) => {
    const response = await post(statement)
    expect(response.status).toBe(200)
    const [id] = await response.json()
    const got = await (await endpoint.call(`/statements?statementId=${id}`)).json()
    for (const key of ['actor', 'verb', 'result', 'attachments'] as const) {
      const told = (statement as Record<string, unknown>)[key]
      if (told !== undefined) expect(got[key]).toEqual(told)
    }
  })
})
