import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

const told = {
  actor: { mbox: 'mailto:lea@example.org', name: 'Léa' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/attended', display: { fr: 'a assisté à' } },
  object: { id: 'https://example.org/visite' },
}

describe('a statement', () => {
  it('is given back as it was told, with what the server sets', async () => {
    const id = randomUUID()
    const put = await endpoint.call(`/statements?statementId=${id}`, {
      method: 'PUT',
      body: told,
    })
    expect(put.status).toBe(204)
    const got = await endpoint.call(`/statements?statementId=${id}`)
    expect(got.status).toBe(200)
    const statement = await got.json()
    expect(statement).toMatchObject({ ...told, id, version: '1.0.0' })
    expect(statement.authority.account.homePage).toBe('https://grain.example')
    expect(statement.timestamp).toBe(statement.stored)
  })

  it('gets an id when it comes without one', async () => {
    const posted = await endpoint.call('/statements', { method: 'POST', body: [told, told] })
    const ids = await posted.json()
    expect(posted.status).toBe(200)
    expect(new Set(ids).size).toBe(2)
    const page = await (await endpoint.call('/statements?limit=2')).json()
    expect(page.statements.map((each: { id: string }) => each.id)).toEqual([...ids].reverse())
  })
})
