import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plain } from '#tests/conformance/sample.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await openEndpoint()
})
afterAll(() => endpoint.close())

const post = (body: unknown) => endpoint.call('/statements', { method: 'POST', body })
const ask = (path: string, name: string, value: string, as?: string) =>
  endpoint.call(`${path}?${name}=${encodeURIComponent(value)}`, as ? { as } : {})

describe('an agent', () => {
  it('is a person with the names it had, and no identifier but its own (XAPI-00237 to 00248)', async () => {
    const mbox = `mailto:${randomUUID()}@example.org`
    await post({ ...plain, actor: { mbox, name: 'Zoé' } })
    await post({ ...plain, actor: { mbox, name: 'Zoé Lambert' } })
    const response = await ask('/agents', 'agent', JSON.stringify({ mbox }))
    expect(await response.json()).toEqual({
      objectType: 'Person',
      name: ['Zoé Lambert', 'Zoé'],
      mbox: [mbox],
    })
    const account = { homePage: 'https://lms.example', name: '7' }
    const unknown = await ask('/agents', 'agent', JSON.stringify({ account }))
    expect(await unknown.json()).toEqual({ objectType: 'Person', account: [account] })
  })

  it('is not told of to a key that only adds, nor to another organisation', async () => {
    const mbox = `mailto:${randomUUID()}@example.org`
    await post({ ...plain, actor: { mbox, name: 'Zoé' } })
    const agent = JSON.stringify({ mbox })
    expect((await ask('/agents', 'agent', agent, endpoint.key('add'))).status).toBe(403)
    const other = await ask('/agents', 'agent', agent, endpoint.key('all', 'two'))
    expect(await other.json()).toEqual({ objectType: 'Person', mbox: [mbox] })
  })

  it('must be given, and be one', async () => {
    expect((await endpoint.call('/agents')).status).toBe(400)
    expect((await ask('/agents', 'agent', 'true')).status).toBe(400)
    expect((await endpoint.call('/agents', { method: 'POST', body: {} })).status).toBe(405)
  })
})

describe('an activity', () => {
  it('is told with all that statements said of it, the last word over the first (XAPI-00254)', async () => {
    const id = `https://example.org/${randomUUID()}`
    const about = (definition: object) => post({ ...plain, object: { id, definition } })
    await about({ name: { fr: 'Extincteur' }, type: 'https://example.org/type/a' })
    await about({ name: { en: 'Extinguisher' }, moreInfo: 'https://example.org/more' })
    await about({ type: 'https://example.org/type/b' })
    const response = await ask('/activities', 'activityId', id)
    expect(await response.json()).toEqual({
      objectType: 'Activity',
      id,
      definition: {
        name: { fr: 'Extincteur', en: 'Extinguisher' },
        type: 'https://example.org/type/b',
        moreInfo: 'https://example.org/more',
      },
    })
  })

  it('that was never mentioned has its id alone', async () => {
    const id = `https://example.org/${randomUUID()}`
    const response = await ask('/activities', 'activityId', id)
    expect([response.status, await response.json()]).toEqual([
      200,
      { objectType: 'Activity', id },
    ])
  })
})
