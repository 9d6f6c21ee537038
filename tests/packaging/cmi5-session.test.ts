import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { profileDocument } from '#content-schema/statements/profile/profile.ts'
import { extensions } from '#content-schema/statements/vocabulary.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import { openCmi5 } from '#packaging/player/reporters/cmi5.ts'
import { fetchToken, readAddress } from '#packaging/player/reporters/cmi5-launch.ts'
import type { Run } from '#packaging/player/reporters/reporter.ts'
import { createSession, type Session } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import { openTraces } from '#packaging/player/traces/open-traces.ts'
import { type Endpoint, openEndpoint } from '#tests/app/lrs/endpoint.ts'
import { type Cmi5Launched, type Cmi5Lms, startCmi5Lms } from '#tests/builders/cmi5-lms.ts'
import { brokenRules, isDefined, type Told, verbOf } from '#tests/builders/cmi5-rules.ts'
import { broken, follows, templatesOf } from '#tests/builders/profile-matcher.ts'
import { answers, dataOf } from '#tests/builders/sitting.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'

let endpoint: Endpoint
let files: Map<string, Buffer>
let lms: Cmi5Lms
beforeAll(async () => {
  files = await unzip(await builtPackage('cmi5'))
  endpoint = await openEndpoint()
})
beforeEach(async () => {
  const authorization = endpoint.key('all')
  lms = await startCmi5Lms(files, { endpoint: endpoint.url, authorization })
})
afterEach(() => lms.close())
afterAll(() => endpoint.close())

const until = (holds: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await holds()).toBe(true), { timeout: 5000 })

/** One sitting of the module's own session over the reporter; what was told by it. */
async function sit(
  { address, session: launched }: Cmi5Launched,
  act: (session: Session, data: PlayerData, run: Run) => void,
): Promise<Told[]> {
  const data = structuredClone(dataOf())
  const run = await openCmi5(data, readAddress(address)!)
  if (!run) throw new Error('no session was opened')
  const now = () => Date.now()
  const parts = { data, platform: 'cmi5', launch: run.launch, now } as const
  const session = createSession({
    data,
    run,
    now,
    stopwatch: createStopwatch(now),
    later: () => undefined,
    traces: (state, resumed) => openTraces({ ...parts, state, resumed }),
  })
  session.show(session.state.section, true)
  act(session, data, run)
  session.close()
  await until(async () =>
    (await lms.toldBy(launched)).some((one) => verbOf(one) === 'terminated'),
  )
  const told = await lms.toldBy(launched)
  expect(profileFaults(told)).toEqual([])
  return told
}

function finish(kind: 'right' | 'wrong') {
  return (session: Session, data: PlayerData) => {
    for (const index of data.sections.keys()) session.show(index)
    for (const [index, answer] of answers[kind].entries()) {
      while (session.answer(index, answer));
    }
  }
}

/** Where statements break the rules of our own profile, in which order they come among them. */
function profileFaults(told: Told[]): string[] {
  const profile = profileDocument('https://grain.example/id/profile')
  const meant = told.map((one) => templatesOf(profile, one as Meant)[0]!)
  const faults = told.flatMap((one, index) =>
    broken(meant[index]!, one).map((location) => `${verbOf(one)} ${location}`),
  )
  const attempt = profile.patterns.find(({ primary }) => primary)!.id
  const order = meant.map(({ id }) => id)
  return follows(profile, attempt, order) ? faults : [...faults, 'order']
}

type Meant = Parameters<typeof templatesOf>[1]

const definedVerbs = (told: Told[]) => told.filter(isDefined).map(verbOf)

describe('a session', () => {
  it('that ends well tells completed and passed, once, by the book', async () => {
    const launched = await lms.launch()
    const told = await sit(launched, finish('right'))
    expect(definedVerbs(told)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
    expect(brokenRules(launched.session, told)).toEqual([])
    expect(told.find((one) => verbOf(one) === 'passed')?.result).toMatchObject({
      success: true,
      score: { scaled: 1, raw: 5, min: 0, max: 5 },
    })
    const answered = told.filter((one) => verbOf(one) === 'answered')
    expect(answered).toHaveLength(4)
    expect(answered[0]?.object).toMatchObject({ definition: { interactionType: 'choice' } })
    expect(lms.asked).toEqual(['POST'])
  })

  it('that fails says so when it ends, and passes in a later one', async () => {
    const failing = await lms.launch()
    const first = await sit(failing, finish('wrong'))
    expect(definedVerbs(first)).toEqual(['initialized', 'completed', 'failed', 'terminated'])
    expect(brokenRules(failing.session, first)).toEqual([])

    const { registration } = failing.session
    const passing = await lms.launch({ registration })
    const second = await sit(passing, (session, data) => {
      session.startAgain()
      finish('right')(session, data)
    })
    expect(definedVerbs(second)).toEqual(['initialized', 'passed', 'terminated'])
    expect(brokenRules(passing.session, second, first)).toEqual([])

    const after = await lms.launch({ registration })
    const third = await sit(after, (session, data) => {
      session.startAgain()
      finish('wrong')(session, data)
    })
    expect(definedVerbs(third)).toEqual(['initialized', 'terminated'])
    expect(brokenRules(after.session, third, [...first, ...second])).toEqual([])
  })

  it('in which a learner fails and then passes tells only that they passed', async () => {
    const launched = await lms.launch()
    const told = await sit(launched, (session, data) => {
      finish('wrong')(session, data)
      session.startAgain()
      finish('right')(session, data)
    })
    expect(definedVerbs(told)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
    expect(brokenRules(launched.session, told)).toEqual([])
  })

  it('that was failed and is only looked at again does not fail twice', async () => {
    const first = await lms.launch()
    await sit(first, finish('wrong'))
    const { registration } = first.session
    const again = await lms.launch({ registration })
    expect(definedVerbs(await sit(again, () => undefined))).toEqual([
      'initialized',
      'terminated',
    ])
  })

  it('that is left goes on where it was, in the same registration', async () => {
    const first = await lms.launch()
    const told = await sit(first, (session) => {
      session.show(2)
      session.answer(0, ['choicea001'])
    })
    expect(definedVerbs(told)).toEqual(['initialized', 'terminated'])
    expect(told.map(verbOf)).toContain('suspended')
    expect(brokenRules(first.session, told)).toEqual([])
    await until(async () => (await lms.document(first.session, 'grainotheque-state')) !== null)

    const { registration } = first.session
    const second = await lms.launch({ registration })
    let section = -1
    const more = await sit(second, (session) => {
      section = session.state.section
      expect(session.state.given[0]?.answer).toEqual(['choicea001'])
    })
    expect(section).toBe(2)
    expect(more.map(verbOf)).toContain('resumed')
    expect(brokenRules(second.session, more, told)).toEqual([])
  })

  it('that only looks back tells its beginning and its end, and writes no state', async () => {
    for (const mode of ['Review', 'Browse'] as const) {
      const launched = await lms.launch({ mode })
      const told = await sit(launched, (session, data) => {
        expect(session.records).toBe(false)
        finish('right')(session, data)
      })
      expect(told.map(verbOf)).toEqual(['initialized', 'terminated'])
      expect(brokenRules(launched.session, told)).toEqual([])
      expect(await lms.document(launched.session, 'grainotheque-state')).toBeNull()
    }
  })

  it('is judged by the threshold of the launch, whatever the package says', async () => {
    /** Three of five points. */
    const most = (session: Session, data: PlayerData) => {
      for (const index of data.sections.keys()) session.show(index)
      for (const [index, right] of answers.right.entries()) {
        const answer = index > 1 ? answers.wrong[index]! : right
        while (session.answer(index, answer));
      }
    }
    const lenient = await lms.launch({ masteryScore: 0.6 })
    const passed = await sit(lenient, most)
    expect(definedVerbs(passed)).toContain('passed')
    expect(brokenRules(lenient.session, passed)).toEqual([])
    const strict = await lms.launch({ masteryScore: 0.61 })
    const failed = await sit(strict, most)
    expect(definedVerbs(failed)).toContain('failed')
    expect(brokenRules(strict.session, failed)).toEqual([])
    const own = await lms.launch({ masteryScore: null })
    const by70 = await sit(own, most)
    expect(definedVerbs(by70)).toContain('failed')
    expect(brokenRules(own.session, by70)).toEqual([])
  })

  it('leaves the launch data as it found them', async () => {
    const launched = await lms.launch()
    const before = await lms.document(launched.session, 'LMS.LaunchData')
    await sit(launched, finish('right'))
    expect(await lms.document(launched.session, 'LMS.LaunchData')).toBe(before)
  })

  it('says which edition was shown, so that it counts for it in our own reports', async () => {
    const launched = await lms.launch()
    const told = await sit(launched, finish('right'))
    const data = dataOf()
    for (const { context } of told) {
      expect(context?.extensions?.[extensions.digest]).toBe(data.digest)
      const grouping = [context?.contextActivities?.grouping ?? []].flat().map(({ id }) => id)
      expect(grouping[0]).toBe(lms.unit.id)
      expect(grouping).toContain(`${data.iriBase}/m/${data.moduleId}/1.2`)
    }
  })
})

describe('no session is opened', () => {
  it('where the token was given before, or is refused', async () => {
    const { address } = await lms.launch()
    expect(await fetchToken(readAddress(address)!)).not.toBeNull()
    expect(await openCmi5(dataOf(), readAddress(address)!)).toBeNull()
    const refused = await lms.launch({ answer: 'refusal' })
    expect(await openCmi5(dataOf(), readAddress(refused.address)!)).toBeNull()
    expect(await lms.toldIn(refused.session.registration)).toEqual([])
  })

  it('where the LMS left no launch data, or is gone', async () => {
    const { address } = await lms.launch({ leavesData: false })
    expect(await openCmi5(dataOf(), readAddress(address)!)).toBeNull()
    const gone = { ...readAddress(address)!, fetch: 'http://127.0.0.1:1/fetch' }
    expect(await openCmi5(dataOf(), gone)).toBeNull()
  })
})

describe('an address', () => {
  const given = {
    endpoint: 'https://lms.example/xapi/',
    fetch: 'https://lms.example/fetch?session=1&of=2',
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '7' } },
    registration: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11',
    activityId: 'https://lms.example/unit/1',
  }
  const entries = Object.entries(given).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])

  it('is read in any order, among other names, with the actor as it was given', () => {
    expect(readAddress(`?${new URLSearchParams(entries)}`)).toEqual(given)
    const others: [string, string][] = [['grain', '1'], ...[...entries].reverse(), ['a', 'b']]
    expect(readAddress(`?${new URLSearchParams(others)}`)).toEqual(given)
  })

  it('that lacks a name, or leads elsewhere than the web, is no launch', () => {
    for (const [name] of entries) {
      const others = entries.filter(([other]) => other !== name)
      expect(readAddress(`?${new URLSearchParams(others)}`)).toBeNull()
    }
    for (const [name, value] of [
      ['fetch', 'javascript:alert(1)'],
      ['endpoint', 'file:///etc/'],
      ['actor', '7'],
      ['actor', '{'],
    ] as const) {
      const wrong = entries.map(([other, old]) => [other, other === name ? value : old])
      expect(readAddress(`?${new URLSearchParams(wrong)}`)).toBeNull()
    }
    expect(readAddress('')).toBeNull()
  })
})
