import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCredential } from '#app/lrs/index.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { activities } from '#content-schema/statements/activities.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { approve, now, publish, workplace } from '#tests/builders/bank.ts'
import { basic, type Endpoint, iriBase, openEndpoint } from './endpoint.ts'

let endpoint: Endpoint
/** What travels in the zip of a module, and what is given to a system to add statements. */
let packageKey: string
let systemKey: string
let own: Record<string, string>
beforeAll(async () => {
  endpoint = await openEndpoint()
  const place = workplace(endpoint.bank)
  approve(place)
  publish(place)
  const { bank, moduleId, organisationId } = place
  const packageId = requestExport(bank, {
    ...{ moduleId, organisationId, personId: place.people.publisher.id, now },
    ...{ format: 'web', language: 'fr', traces: true },
  })
  const given = { organisationId, scope: 'add', now } as const
  packageKey = basic(createCredential(bank, { ...given, packageId }))
  systemKey = basic(createCredential(bank, given))
  own = {
    activityId: activities.edition(iriBase, moduleId, { major: 1, minor: 0 }),
    agent: agent(pseudonymHome, '0123456789abcdef0123456789abcdef'),
    stateId: 'place',
  }
})
afterAll(() => endpoint.close())

const agent = (homePage: string, name: string) =>
  JSON.stringify({ account: { homePage, name } })
const put = (params: Record<string, string>, as = packageKey, path = '/activities/state') =>
  endpoint.call(`${path}?${new URLSearchParams(params)}`, { method: 'PUT', body: '1', as })

it('the key of a package keeps and gives back states of its own module', async () => {
  expect((await put(own)).status).toBe(204)
  const address = `/activities/state?${new URLSearchParams(own)}`
  expect(await (await endpoint.call(address, { as: packageKey })).text()).toBe('1')
  const taken = await endpoint.call(address, { method: 'DELETE', as: packageKey })
  expect(taken.status).toBe(204)
})

it('the key of a package opens nothing else: it is in the hands of every learner', async () => {
  const { stateId: _, ...all } = own
  const { activityId: _a, stateId: _s, ...profile } = own
  const refused = [
    put({ ...own, activityId: `${iriBase}/m/other/1.0` }),
    put({ ...own, activityId: 'https://lms.example/activity/7' }),
    put({ ...own, agent: JSON.stringify({ mbox: 'mailto:zoe@example.org' }) }),
    put({ ...own, agent: agent('https://lms.example', '0123456789abcdef0123456789abcdef') }),
    put({ ...own, agent: agent(pseudonymHome, 'zoe') }),
    put({ ...profile, profileId: 'p' }, packageKey, '/agents/profile'),
    put(own, systemKey),
    endpoint.call(`/activities/state?${new URLSearchParams(all)}`, { as: packageKey }),
    endpoint.call(`/activities/state?${new URLSearchParams(all)}`, {
      method: 'DELETE',
      as: packageKey,
    }),
  ]
  for (const response of await Promise.all(refused)) {
    expect([response.status, (await response.json()).error.code]).toEqual([
      403,
      'credential.scope',
    ])
  }
})
