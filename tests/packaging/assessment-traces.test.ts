import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { readEvent } from '#app/lrs/rollups/read-event.ts'
import { noRun } from '#packaging/player/reporters/no-run.ts'
import { createSession, type Session } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import { openTraces } from '#packaging/player/traces/open-traces.ts'
import { attempt, moduleOf } from '#tests/builders/assessment.ts'

type Sent = Parameters<typeof readEvent>[0] & {
  object: { id: string }
  result?: { score?: { scaled: number }; extensions?: Record<string, unknown> }
}

let server: Server | undefined

async function lrs(): Promise<{ endpoint: string; kept: Sent[] }> {
  const kept: Sent[] = []
  server = createServer(async (request, response) => {
    const batch: Sent[] = JSON.parse(await text(request))
    kept.push(...batch.filter(({ id }) => !kept.some((known) => known.id === id)))
    response.writeHead(200).end('[]')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}/xapi/`, kept }
}

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

describe('an assessment, to an LRS', () => {
  async function tellAll(
    act: (session: Session) => void,
  ): Promise<{ told: Sent[]; base: string }> {
    const { kept, endpoint } = await lrs()
    const data = { ...moduleOf(), traces: { endpoint, key: 'k', secret: 's' } }
    let time = Date.UTC(2026, 2, 14, 10)
    const now = () => {
      time += 1
      return time
    }
    const session = createSession({
      data,
      run: noRun,
      stopwatch: createStopwatch(now),
      now,
      later: () => undefined,
      traces: (state, resumed) =>
        openTraces({ data, platform: 'web', launch: undefined, state, resumed, now }),
    })
    session.show(0, true)
    act(session)
    session.close()
    for (let wait = 0; wait < 200; wait += 1) {
      if (kept.some(({ verb }) => verb.id.endsWith('terminated'))) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const told = kept.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1))
    return { told, base: data.iriBase }
  }

  const verbOf = ({ verb, object }: Sent) =>
    `${verb.id.split('/').at(-1)} ${/\/a\//.test(object.id) ? 'assessment' : ''}`.trim()

  it('is failed, then passed, and its module with it', async () => {
    const { told } = await tellAll((session) => {
      attempt(session, 2)
      attempt(session, 4)
    })
    const verbs = told.map(verbOf).filter((verb) => /passed|failed|completed/.test(verb))
    expect(verbs).toEqual([
      'failed assessment',
      'completed',
      'failed',
      'passed assessment',
      'passed',
    ])
    const scores = told.flatMap(({ verb, result }) =>
      /passed|failed/.test(verb.id) ? (result?.score?.scaled ?? []) : [],
    )
    expect(scores).toEqual([0.5, 0.5, 1, 1])
  })

  it('stands in the module, and its questions in it', async () => {
    const { told, base } = await tellAll((session) => attempt(session, 4))
    const passed = told.find((each) => verbOf(each) === 'passed assessment')!
    const { moduleId, edition } = moduleOf()
    expect(passed.object).toMatchObject({
      id: `${base}/m/${moduleId}/a/assessment`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/assessment',
        name: { fr: 'Bilan' },
      },
    })
    expect(passed.context?.contextActivities?.parent).toMatchObject([
      { id: `${base}/m/${moduleId}/${edition.major}.${edition.minor}` },
    ])
    const answered = told.find((each) => verbOf(each) === 'answered')!
    expect(answered.context?.contextActivities?.parent).toContainEqual({
      id: passed.object.id,
    })
  })

  it('counts each question once an attempt, and never counts as the verdict on the module', async () => {
    const { told, base } = await tellAll((session) => {
      attempt(session, 2)
      attempt(session, 2)
    })
    const events = told.map((each) => readEvent(each, base)?.what)
    const answers = events.flatMap((what) => (what?.kind === 'answer' ? [what.answer] : []))
    expect(answers.map(({ tryNumber }) => tryNumber)).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
    expect(events.filter((what) => what?.kind === 'judged')).toHaveLength(1)
    const numbers = told
      .filter((each) => verbOf(each) === 'failed assessment')
      .map(({ result }) => result?.extensions?.['urn:x-grainotheque:try'])
    expect(numbers).toEqual([1, 2])
  })
})
