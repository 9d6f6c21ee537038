import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { forwardingTargets } from '#app/db/schema/bank/index.ts'
import { eraseRegistration } from '#app/lrs/index.server.ts'
import { dueTargets, waitAfter } from '#app/services/forwarding/forward-target.server.ts'
import {
  addTarget,
  changeTargetSecret,
  dropLetters,
  listTargets,
  pauseTarget,
  resendLetters,
  resumeTarget,
} from '#app/services/forwarding/targets.server.ts'
import { whatNeeds } from '#app/services/home/needs.server.ts'
import { trialCategory } from '#content-schema/statements/trial.ts'
import { verbs } from '#content-schema/statements/vocabulary.ts'
import { voiding } from '#tests/app/lrs/learner.ts'
import { now, type Workplace } from '#tests/builders/bank.ts'
import { forward, forwardTo } from './second-lrs.ts'
import type { SecondLrs } from './target-process.ts'
import { openTwoLrs, type TwoLrs } from './two-lrs.ts'

let two: TwoLrs
let here: Instance
let place: Workplace
let second: SecondLrs

beforeEach(async () => {
  two = await openTwoLrs()
  ;({ here, place, second } = two)
})
afterEach(() => two.discard())

const by = () => ({
  organisationId: place.organisationId,
  personId: place.people.administrator.id,
  now,
})
const tell: TwoLrs['tell'] = (...told) => two.tell(...told)
const many: TwoLrs['many'] = (count) => two.many(count)
const someone: TwoLrs['someone'] = (moduleId) => two.someone(moduleId)
const standing: TwoLrs['standing'] = () => two.standing()

const ids = (told: { id: string }[]) => told.map(({ id }) => id)
const allText = () =>
  JSON.stringify(here.bank.$client.prepare('select * from audit_entries').all())

describe('what is passed on', () => {
  it('comes in order, under the same ids, in batches of fifty, once', async () => {
    const told = await many(120)
    const id = forwardTo(here, place, second)
    expect(await standing()).toMatchObject({ waiting: 120, sent: 0, lastSuccessAt: null })
    await forward(here, id)
    expect(second.ids()).toEqual(ids(told))
    expect(await standing()).toMatchObject({ waiting: 0, oldestAt: null, sent: 120 })
    const later = await many(3)
    await forward(here, id)
    await forward(here, id)
    expect(second.ids()).toEqual(ids([...told, ...later]))
    expect(await standing()).toMatchObject({ sent: 123, letters: [], failure: null })
  })

  it('is of the modules and the verbs that were chosen', async () => {
    const [ours, other] = [someone(), someone('module0002')]
    const told = [ours.starts(), other.starts(), ours.reads('s1', 5), ours.passes()]
    await tell(told)
    const chosen = { moduleIds: [place.moduleId], verbIds: [verbs.initialized, verbs.passed] }
    await forward(here, forwardTo(here, place, { ...second, ...chosen }))
    expect(second.ids()).toEqual([told[0]!.id, told[3]!.id])
  })

  it('leaves trials out unless they are asked for, and corrections of what did not go', async () => {
    const [plain, tried] = [someone().starts(), someone().starts()]
    tried.context.contextActivities.category.push({ id: trialCategory })
    const corrections = [voiding(plain.id), voiding(tried.id)]
    await tell([plain, tried])
    await tell(corrections)
    await forward(here, forwardTo(here, place, second))
    expect(second.ids()).toEqual([plain.id, corrections[0]!.id])
    await forward(here, forwardTo(here, place, { ...second, key: 'other', trials: true }))
    expect((await listTargets(here, place.organisationId))[1]!.state).toBe('refused')
  })

  it('begins on the day that was chosen', async () => {
    await many(2)
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    await forward(here, forwardTo(here, place, { ...second, from: tomorrow }))
    expect(second.ids()).toEqual([])
    expect(await standing()).toMatchObject({ waiting: 0 })
  })

  it('is nothing that was erased before it went, also where what follows takes its number', async () => {
    const [kept, gone, after] = [someone(), someone(), someone()]
    const first = kept.starts()
    await tell(first)
    const id = forwardTo(here, place, second)
    await forward(here, id)
    await tell([gone.starts(), gone.leaves()])
    const { organisationId } = place
    const { registration } = gone.attempt
    expect(eraseRegistration(here.statements, { organisationId, registration })).toBe(2)
    await pause(2)
    const last = after.starts()
    await tell(last)
    await forward(here, id)
    expect(second.ids()).toEqual([first.id, last.id])
    eraseRegistration(here.statements, {
      ...{ organisationId, registration: after.attempt.registration },
    })
    await pause(2)
    const again = kept.leaves()
    await tell(again)
    await forward(here, id)
    expect(second.ids()).toEqual([first.id, last.id, again.id])
  })

  it('takes its files along', async () => {
    const content = 'Attestation'
    const sha2 = createHash('sha256').update(content).digest('hex')
    const attachment = {
      ...{ usageType: 'https://exemple.fr/attestation', display: { fr: 'Attestation' } },
      ...{ contentType: 'text/plain', length: content.length, sha2 },
    }
    const before = someone().starts()
    const told = { ...someone().passes(), attachments: [attachment] }
    await tell(before)
    const body = [
      ...['--limite', 'Content-Type: application/json', '', JSON.stringify(told), '--limite'],
      ...['Content-Type: text/plain', 'Content-Transfer-Encoding: binary'],
      ...[`X-Experience-API-Hash: ${sha2}`, '', content, '--limite--', ''],
    ].join('\r\n')
    const type = 'multipart/mixed; boundary=limite'
    const headers = { Authorization: two.key, 'X-Experience-API-Version': '1.0.3' }
    const posted = await fetch(`${two.url}/statements`, {
      ...{ method: 'POST', headers: { ...headers, 'Content-Type': type }, body },
    })
    expect(posted.status).toBe(200)
    await many(1)
    await forward(here, forwardTo(here, place, second))
    expect(second.ids().slice(0, 2)).toEqual([before.id, told.id])
    expect(second.ids()).toHaveLength(3)
    const files = second.statements.$client.prepare('select sha2, content from attachments')
    expect(files.all()).toEqual([{ sha2, content: Buffer.from(content) }])
  })
})

describe('a target that refuses', () => {
  /** Sound in version 2.0 alone. */
  const ofVersionTwo = () => {
    const told = someone().reads('s1', 3)
    const agent = { account: { homePage: 'https://exemple.fr', name: 'tuteur' } }
    const contextAgents = [{ objectType: 'contextAgent', agent }]
    return { ...told, context: { ...told.context, contextAgents } }
  }

  it('one statement has it set aside, and takes the rest', async () => {
    const told = [
      ...(await many(20)),
      ofVersionTwo(),
      ...Array.from({ length: 20 }, () => someone().starts()),
    ]
    await tell(told.slice(20), '2.0.0')
    const id = forwardTo(here, place, second)
    await forward(here, id)
    const refused = told[20]!.id
    expect(second.ids()).toEqual(ids(told).filter((each) => each !== refused))
    const [letter, ...others] = (await standing()).letters
    expect(others).toEqual([])
    expect(letter).toMatchObject({ statementId: refused, status: 400, state: 'kept' })
    expect(letter!.answer).toContain('contextAgents')
    expect(needs()).toMatchObject([{ kind: 'forwarding-refused', params: { count: '1' } }])

    resendLetters(here.bank, { ...by(), targetId: id, statementId: refused })
    await forward(here, id)
    expect((await standing()).letters).toMatchObject([{ statementId: refused, state: 'kept' }])
    here.bank.update(forwardingTargets).set({ version: '2.0.0' }).run()
    resendLetters(here.bank, { ...by(), targetId: id, statementId: null })
    await forward(here, id)
    expect((await standing()).letters).toEqual([])
    expect(second.ids().at(-1)).toBe(refused)
    expect(needs()).toEqual([])
  })

  it('for good may be left alone', async () => {
    await tell(ofVersionTwo(), '2.0.0')
    const id = forwardTo(here, place, second)
    await forward(here, id)
    expect(dropLetters(here.bank, { ...by(), targetId: id, statementId: null })).toBe(1)
    expect(await standing()).toMatchObject({ letters: [], waiting: 0 })
  })

  it('what it has already counts as taken; another under the same id does not', async () => {
    const [same, differs] = [someone().starts(), someone().starts()]
    await tell([same, differs])
    const changed = { ...differs, result: { completion: true } }
    const lrs = await conflicting([same, changed])
    const id = forwardTo(here, place, { ...second, url: lrs.url })
    await forward(here, id)
    lrs.server.close()
    expect(await standing()).toMatchObject({
      ...{ sent: 1, waiting: 0, failure: null },
      letters: [{ statementId: differs.id, status: 409 }],
    })
  })

  it('the key stops, and says so to administrators alone, until another is given', async () => {
    const told = await many(2)
    const id = forwardTo(here, place, { ...second, secret: 'de-travers-7f3a' })
    await forward(here, id)
    const failure = { code: 'denied', params: { status: 401 } }
    expect(await standing()).toMatchObject({ state: 'refused', failure, waiting: 2 })
    expect(needs()).toMatchObject([
      { kind: 'forwarding-stopped', title: 'LRS du groupe', consequence: 'stops' },
    ])
    expect(needs('quality')).toEqual([])
    expect(dueTargets(here, new Date())).toEqual([])
    const { secret } = second
    changeTargetSecret(here, { ...by(), targetId: id, key: second.key, secret })
    await forward(here, id)
    expect(second.ids()).toEqual(ids(told))
    expect(await standing()).toMatchObject({ state: 'running', failure: null })
  })

  it('everything is stopped before all of it is set aside', async () => {
    await many(60)
    const lrs = await answering(400)
    const id = forwardTo(here, place, { ...second, url: lrs.url })
    await forward(here, id)
    lrs.server.close()
    const after = await standing()
    expect(after).toMatchObject({ state: 'refused', failure: { code: 'refuses-all' } })
    expect(after.letters.length + after.waiting).toBe(60)
    expect(after.letters).toHaveLength(20)
    // Once it is mended, all of it goes.
    here.bank.update(forwardingTargets).set({ endpoint: second.url }).run()
    resumeTarget(here.bank, { ...by(), targetId: id })
    resendLetters(here.bank, { ...by(), targetId: id, statementId: null })
    await forward(here, id)
    expect(new Set(second.ids()).size).toBe(60)
    expect((await standing()).letters).toEqual([])
  })
})

describe('a target that does not answer', () => {
  it('is tried again ever more rarely, and gets all of it after ten minutes', async () => {
    const told = await many(70)
    const lrs = await answering(503)
    const id = forwardTo(here, place, { ...second, url: lrs.url })
    const died = Date.now()
    let clock = died
    const tries: number[] = []
    for (; clock < died + 600_000; clock += 500) {
      if (dueTargets(here, new Date(clock)).length === 0) continue
      tries.push(clock - died)
      await forward(here, id, { now: () => new Date(clock), random: () => 0 })
    }
    lrs.server.close()
    expect(tries).toEqual(
      [0, 1, 3, 7, 15, 31, 63, 127, 255, 511].map((second) => second * 1000),
    )
    expect(await standing()).toMatchObject({
      ...{ state: 'running', waiting: 70, sent: 0 },
      failure: { code: 'status', params: { status: 503 } },
    })
    here.bank.update(forwardingTargets).set({ endpoint: second.url }).run()
    clock += 600_000
    expect(dueTargets(here, new Date(clock))).toEqual([id])
    await forward(here, id, { now: () => new Date(clock) })
    expect(second.ids()).toEqual(ids(told))
    expect(await standing()).toMatchObject({ failure: null, sent: 70 })
  })

  it('is waited for ten minutes at most, and a fifth', () => {
    expect(waitAfter(1, 0)).toBe(1000)
    expect(waitAfter(1, 1)).toBe(1200)
    expect(waitAfter(11, 0)).toBe(600_000)
    expect(waitAfter(5000, 1)).toBe(720_000)
  })

  it('or is not of the public internet is never reached', async () => {
    await many(1)
    const id = forwardTo(here, place, { ...second, url: second.url.replace('http:', 'https:') })
    await forward(here, id, { mayReach: undefined as never, plain: false })
    expect(await standing()).toMatchObject({ failure: { code: 'private-address' }, waiting: 1 })
    for (const endpoint of [
      'https://127.0.0.1/xapi',
      'https://[::1]/xapi',
      'https://localhost/',
    ])
      expect(() => add(endpoint)).toThrow('forwarding.private-address')
    for (const endpoint of ['http://lrs.exemple.fr/xapi', 'https://a:b@lrs.exemple.fr', 'lrs'])
      expect(() => add(endpoint)).toThrow('forwarding.address')
  })
})

const add = (endpoint: string) =>
  addTarget(here, {
    ...{ name: 'LRS', endpoint, key: 'k', secret: 's', version: '1.0.3', from: '' },
    ...{ moduleIds: [], verbIds: [], trials: false, ...by() },
  })

it('one process at a time sends to a target, and a pause is heard at once', async () => {
  const told = await many(10)
  const id = forwardTo(here, place, second)
  const held = { leaseHolder: 'another', leaseUntil: Date.now() + 60_000 }
  here.bank.update(forwardingTargets).set(held).run()
  await forward(here, id)
  expect(second.ids()).toEqual([])
  here.bank
    .update(forwardingTargets)
    .set({ leaseUntil: Date.now() - 1 })
    .run()
  pauseTarget(here.bank, { ...by(), targetId: id })
  await forward(here, id)
  expect(second.ids()).toEqual([])
  resumeTarget(here.bank, { ...by(), targetId: id })
  await Promise.all(['one', 'two'].map((holder) => forward(here, id, { holder })))
  expect(second.ids()).toEqual(ids(told))
})

it('a secret is in no listing, no event and no column as it is', async () => {
  const secret = 'secret-de-7f3a-essai'
  const id = forwardTo(here, place, { ...second, secret })
  changeTargetSecret(here, { ...by(), targetId: id, key: second.key, secret: `${secret}-2` })
  const rows = here.bank.select().from(forwardingTargets).all()
  for (const text of [JSON.stringify(rows), JSON.stringify(await standing()), allText()])
    expect(text).not.toContain(secret)
})

function needs(role: 'administrator' | 'quality' = 'administrator') {
  const { id: personId, name } = place.people[role]
  const { organisationId } = place
  const member = { personId, name, organisationId, organisationName: '', roles: [role] }
  return whatNeeds(here.bank, { member, now: new Date() }).filter(({ kind }) =>
    kind.startsWith('forwarding'),
  )
}

/** Answers everything alike. */
async function answering(status: number) {
  return listening(createServer((_request, response) => response.writeHead(status).end('{}')))
}

/** An LRS that answers 409 to whatever it has under the same id, and gives it back. */
async function conflicting(kept: { id: string }[]) {
  return listening(
    createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const found = kept.find(({ id }) => id === searchParams.get('statementId'))
      const status = request.method === 'POST' ? 409 : found ? 200 : 404
      request.resume()
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(found ?? {}))
    }),
  )
}

async function listening(server: Server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi` }
}

it('what waits is found by its time, however many statements there are before', async () => {
  const asked: string[] = []
  const { $client } = here.statements
  const { prepare } = $client
  $client.prepare = ((sql: string) => {
    asked.push(sql)
    return prepare.call($client, sql)
  }) as typeof prepare
  await many(1)
  const id = forwardTo(here, place, second)
  await standing()
  await forward(here, id)
  $client.prepare = prepare
  const waiting = asked.filter((sql) => sql.includes(':at'))
  expect(waiting.length).toBeGreaterThan(1)
  for (const sql of waiting) {
    const plan = JSON.stringify(
      $client
        .prepare(`explain query plan ${sql}`)
        .all({ organisationId: 'x', at: 1, seq: 1, limit: 1, most: 1 }),
    )
    expect(plan).toContain('statements_by_time')
    expect(plan).not.toMatch(/statements_by_organisation|TEMP B-TREE/)
  }
})
