import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { profileDocument } from '#content-schema/statements/profile/profile.ts'
import { noRun } from '#packaging/player/reporters/no-run.ts'
import { readLaunch } from '#packaging/player/reporters/read-launch.ts'
import { createSession } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import { openTraces } from '#packaging/player/traces/open-traces.ts'
import { createOutbox } from '#packaging/player/traces/outbox.ts'
import { inMemory } from '#packaging/player/traces/store.ts'
import { uuidv7 } from '#packaging/player/traces/uuid.ts'
import { broken, follows, templatesOf } from '#tests/builders/profile-matcher.ts'
import { answers, dataOf } from '#tests/builders/sitting.ts'

type Sent = {
  id: string
  verb: { id: string }
  object: { id: string; definition?: { type?: string } }
  actor: object
  timestamp: string
  result?: { response?: string; duration?: string; score?: object }
  context: { registration: string; contextActivities: Record<string, { id: string }[]> }
}

let server: Server | undefined

/** An LRS that answers as it is told and keeps what it accepted, once each. */
async function lrs(status: (batch: Sent[]) => number = () => 200) {
  const batches: Sent[][] = []
  const kept = new Map<string, Sent>()
  const headers: Record<string, unknown>[] = []
  server = createServer(async (request, response) => {
    const batch: Sent[] = JSON.parse(await text(request))
    const code = status(batch)
    batches.push(batch)
    headers.push(request.headers)
    if (code === 200) for (const statement of batch) kept.set(statement.id, statement)
    response.writeHead(code).end('[]')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}/xapi/`, batches, kept, headers }
}

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

async function until(done: () => boolean): Promise<void> {
  for (let wait = 0; wait < 200 && !done(); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function outboxTo(endpoint: string, store = inMemory()) {
  return createOutbox({ destination: { endpoint, auth: 'Basic x' }, store, name: 'p', fetch })
}

const statements = (count: number, size = 10) =>
  Array.from({ length: count }, (_, index) => ({
    id: uuidv7(1_700_000_000_000 + index),
    text: 'x'.repeat(size),
  }))

describe('the statements that wait', () => {
  it('go out in batches of fifty at most, in the order they were made', async () => {
    const { endpoint, batches } = await lrs()
    const outbox = outboxTo(endpoint)
    const all = statements(120)
    for (const statement of all) outbox.add(statement)
    await outbox.send()
    expect(batches.map((batch) => batch.length)).toEqual([50, 50, 20])
    expect(batches.flat().map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(outbox.waiting()).toBe(0)
  })

  it('never make a request that a browser would not let outlive its page', async () => {
    const { endpoint, batches } = await lrs()
    const outbox = outboxTo(endpoint)
    for (const statement of statements(20, 9000)) outbox.add(statement)
    await outbox.send()
    for (const batch of batches) expect(JSON.stringify(batch).length).toBeLessThan(64_000)
  })

  it.each([401, 429, 500, 503])(
    'are sent again under the same ids when the LRS could not take them: %i',
    async (status) => {
      let up = false
      const { endpoint, batches, kept } = await lrs(() => (up ? 200 : status))
      const store = inMemory()
      const first = outboxTo(endpoint, store)
      for (const statement of statements(3)) first.add(statement)
      await first.send()
      expect(first.waiting()).toBe(3)
      up = true
      await outboxTo(endpoint, store).send()
      expect(batches[1]).toEqual(batches[0])
      expect(kept.size).toBe(3)
    },
  )

  it.each([400, 403, 409, 413])(
    'are all delivered but the one that the LRS refuses with %i',
    async (status) => {
      const all = statements(5)
      const { endpoint, kept } = await lrs((batch) =>
        batch.some(({ id }) => id === all[2]?.id) ? status : 200,
      )
      const outbox = outboxTo(endpoint)
      for (const statement of all) outbox.add(statement)
      await outbox.send()
      expect(kept.size).toBe(4)
      expect(outbox.waiting()).toBe(0)
    },
  )

  it('never fill the browser, and never fail when there is no network', async () => {
    const outbox = outboxTo('http://127.0.0.1:1/xapi')
    for (const statement of statements(1010)) outbox.add(statement)
    await outbox.send()
    expect(outbox.waiting()).toBe(1000)
  })

  it('carry the version and the credential', async () => {
    const { endpoint, headers } = await lrs()
    const outbox = outboxTo(endpoint)
    for (const statement of statements(1)) outbox.add(statement)
    outbox.flush()
    await until(() => headers.length > 0)
    expect(headers[0]).toMatchObject({
      'x-experience-api-version': '1.0.3',
      authorization: 'Basic x',
      'content-type': 'application/json',
    })
  })
})

describe('what a sitting tells', () => {
  async function sitting(search = '') {
    const own = await lrs()
    const data = { ...dataOf(), traces: { endpoint: own.endpoint, key: 'k', secret: 's' } }
    const launch = readLaunch(search)
    let time = Date.UTC(2026, 2, 14, 10)
    const now = () => time
    const session = createSession({
      data,
      run: noRun,
      stopwatch: createStopwatch(now),
      now,
      later: () => undefined,
      traces: (state, resumed) =>
        openTraces({
          data,
          platform: 'scorm-12',
          launch: launch ? { ...launch, endpoint: own.endpoint } : undefined,
          state,
          resumed,
          now,
        }),
    })
    session.show(0, true)
    time += 42_000
    session.show(1)
    time += 500
    session.show(2)
    time += 10_000
    for (const [index, answer] of answers.right.entries()) session.answer(index, answer)
    session.close()
    const ended = () =>
      [...own.kept.values()].filter(({ verb }) => verb.id.endsWith('terminated')).length
    await until(() => ended() === (launch ? 2 : 1))
    const told = [...own.kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    return { data, told }
  }

  const verb = ({ verb: { id } }: Sent) => id.split('/').at(-1)

  it('is the whole story, in order, each thing once', async () => {
    const { told } = await sitting()
    expect(told.map(verb)).toEqual([
      'initialized',
      'experienced',
      'experienced',
      ...answers.right.map(() => 'answered'),
      'completed',
      'passed',
      'experienced',
      'terminated',
    ])
    const stamps = told.map(({ timestamp }) => timestamp)
    expect(stamps).toEqual([...stamps].sort())
  })

  it('gives active time by section and the answer in ids', async () => {
    const { told } = await sitting()
    expect(told[1]?.result?.duration).toBe('PT42S')
    expect(told[4]?.result?.response).toBe('choiceb001[,]choiceb002')
    expect(told[7]?.verb.id).toContain('completed')
    expect(told[8]?.result?.score).toEqual({ raw: 5, min: 0, max: 5, scaled: 1 })
  })

  it('names nobody: the actor is a pseudonym of this attempt', async () => {
    const { told } = await sitting()
    for (const { actor, context } of told) {
      expect(actor).toEqual({
        objectType: 'Agent',
        account: {
          homePage: 'urn:x-grainotheque:learner',
          name: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      })
      expect(context.registration).toBe(told[0]?.context.registration)
    }
  })

  it.each(['', launchQuery()])('follows our profile to the letter %#', async (query) => {
    const { told } = await sitting(query)
    const profile = profileDocument('https://grain.example/id/profile')
    for (const trail of [true, false]) {
      const heard = told.filter((statement) => 'mbox' in statement.actor === trail)
      const order = heard.map((statement) => {
        const [meant, ...others] = templatesOf(profile, statement)
        expect(others).toEqual([])
        expect(broken(meant!, statement), statement.verb.id).toEqual([])
        return meant!.id
      })
      const attempt = profile.patterns.find(({ primary }) => primary)!.id
      if (heard.length > 0) expect(follows(profile, attempt, order)).toBe(true)
    }
  })

  it('tells the LMS’s own LRS in the LMS’s words, and ours without a name', async () => {
    const { told } = await sitting(launchQuery())
    const named = told.filter((statement) => 'mbox' in statement.actor)
    const unnamed = told.filter((statement) => !('mbox' in statement.actor))
    expect(named).toHaveLength(unnamed.length)
    expect(named[0]).toMatchObject({
      actor: { name: 'Zoé', mbox: 'mailto:zoe@example.org', objectType: 'Agent' },
      object: { id: 'https://lms.example/activity/7' },
      context: { registration: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11' },
    })
    expect(JSON.stringify(unnamed)).not.toMatch(/Zoé|zoe@/)
  })
})

/** What an LMS adds to the address of a package that it launches. */
function launchQuery(): string {
  const actor = { name: ['Zoé'], mbox: ['mailto:zoe@example.org'] }
  const registration = '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11'
  const query = new URLSearchParams({
    endpoint: 'https://lms.example/lrs/',
    auth: 'Basic lms',
    actor: JSON.stringify(actor),
    registration,
    activity_id: 'https://lms.example/activity/7',
  })
  return `?${query}`
}

describe('the address of a launch', () => {
  const read = (actor: unknown, more: Record<string, string> = {}) =>
    readLaunch(
      `?${new URLSearchParams({ endpoint: 'https://l.example/', actor: JSON.stringify(actor), ...more })}`,
    )

  it('is read with the arrays and names of the oldest launches', () => {
    const account = [{ accountServiceHomePage: 'https://l.example', accountName: 'u7' }]
    expect(read({ account, objectType: ['Agent'] })?.actor).toEqual({
      account: { homePage: 'https://l.example', name: 'u7' },
      objectType: 'Agent',
    })
  })

  it('is no launch without an endpoint or an actor that can be read', () => {
    expect(readLaunch('')).toBeNull()
    expect(readLaunch('?endpoint=https://l.example/&actor=%7B')).toBeNull()
    expect(read(null)).toBeNull()
    expect(read({ mbox: 'mailto:a@b.c' }, { endpoint: 'javascript:alert(1)' })).toBeNull()
  })

  it('only takes a registration that is a UUID', () => {
    expect(read({ mbox: 'mailto:a@b.c' }, { registration: '7' })?.registration).toBeNull()
  })
})
