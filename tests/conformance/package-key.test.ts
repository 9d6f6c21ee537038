import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCredential } from '#app/lrs/index.server.ts'
import { packageStatementLimit } from '#app/lrs/statements/package-statement.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { activities } from '#content-schema/statements/activities.ts'
import { basic, iriBase } from '#tests/app/lrs/endpoint.ts'
import { learner, voiding } from '#tests/app/lrs/learner.ts'
import { approve, now, publish, workplace } from '#tests/builders/bank.ts'
import { type Lrs, openLrs } from './lrs.ts'
import { plain } from './sample.ts'

let lrs: Lrs
let moduleId: string
/** What travels in the zip of a module. */
let as: string
beforeAll(async () => {
  lrs = await openLrs('1.0.3')
  const place = workplace(lrs.endpoint.bank)
  approve(place)
  publish(place)
  const { bank, organisationId, people } = place
  moduleId = place.moduleId
  const packageId = requestExport(bank, {
    ...{ moduleId, organisationId, personId: people.publisher.id, now },
    ...{ format: 'web', language: 'fr', traces: true },
  })
  as = basic(createCredential(bank, { organisationId, scope: 'add', packageId, now }))
})
afterAll(() => lrs.endpoint.close())

const post = (body: unknown) => lrs.send('POST', '/statements', { body, as })
const codeOf = async (response: Response) => [
  response.status,
  (await response.json()).error.code,
]
const own = () => learner({ moduleId })

describe('the key of a package tells', () => {
  it('all that packages send, in one batch', async () => {
    const zoe = own()
    const part = { kind: 'section', sectionId: 'section002' } as const
    const all = [
      zoe.starts(),
      zoe.reads('section002', 30),
      zoe.answers('question01', 'a', 1),
      zoe.rates(part, 4),
      zoe.remarks(part, 'Clair'),
      zoe.completes(),
      zoe.passes(),
      zoe.fails(),
      zoe.leaves(),
    ]
    expect((await post(all)).status).toBe(200)
  })

  it('of an activity that an LMS gave, since ours stands in the grouping', async () => {
    const launchActivityId = 'https://lms.example.org/course/7'
    expect((await post(learner({ moduleId, launchActivityId }).starts())).status).toBe(200)
  })

  it('of a later edition, which a thin package may play', async () => {
    const later = learner({ moduleId, edition: { major: 2, minor: 1 } })
    expect((await post(later.starts())).status).toBe(200)
  })
})

describe('the key of a package does not tell', () => {
  it.each<[string, () => object]>([
    ['of another module', () => learner({ moduleId: 'module0009' }).starts()],
    ['of something that is no module of ours', () => plain],
    ['in a verb that packages do not have', () => ({ ...own().starts(), verb: plain.verb })],
    ['of an agent', () => ({ ...plain, object: { objectType: 'Agent', ...plain.actor } })],
    [
      'of a SubStatement',
      () => ({
        ...own().starts(),
        context: {},
        object: { objectType: 'SubStatement', ...plain },
      }),
    ],
    [
      'of a module elsewhere that has the same id',
      () => ({
        ...plain,
        verb: own().starts().verb,
        object: { id: activities.line('https://elsewhere.example', moduleId, 1) },
      }),
    ],
  ])('%s, and nothing of the batch is stored', async (_, statement) => {
    const before = lrs.count()
    const refused = await post([own().starts(), { ...statement(), id: randomUUID() }])
    expect(await codeOf(refused)).toEqual([403, 'credential.scope'])
    expect(lrs.count()).toBe(before)
  })

  it('that a statement is void', async () => {
    expect((await post(voiding(randomUUID()))).status).toBe(403)
  })

  it('more than a page may send as it closes', async () => {
    const long = own().answers('question01', 'x'.repeat(packageStatementLimit), 1)
    expect(await codeOf(await post(long))).toEqual([413, 'statement.too-large'])
  })
})

it('the key of a package reads nothing, by any resource or method', async () => {
  const told = own().starts()
  await post(told)
  const agent = JSON.stringify(told.actor)
  const activityId = activities.line(iriBase, moduleId, 1)
  const asked: [string, Record<string, string>][] = [
    ['/statements', {}],
    ['/statements', { statementId: told.id }],
    ['/statements', { voidedStatementId: told.id }],
    ['/statements', { agent }],
    ['/agents', { agent }],
    ['/activities', { activityId }],
    ['/activities/state', { activityId, agent }],
    ['/agents/profile', { agent, profileId: 'p' }],
    ['/agents/profile', { agent }],
    ['/activities/profile', { activityId, profileId: 'p' }],
    ['/activities/profile', { activityId }],
  ]
  for (const [path, query] of asked) {
    for (const method of ['GET', 'HEAD']) {
      const { status } = await lrs.send(method, path, { query, as })
      expect([method, path, query, status]).toEqual([method, path, query, 403])
    }
  }
  for (const path of ['/agents/profile', '/activities/profile']) {
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const query = {
        profileId: 'p',
        ...(path === '/agents/profile' ? { agent } : { activityId }),
      }
      const body = method === 'DELETE' ? {} : { body: {} }
      expect((await lrs.send(method, path, { query, as, ...body })).status).toBe(403)
    }
  }
  expect((await lrs.send('DELETE', '/statements', { as })).status).toBe(405)
})
