import { Scorm12API, Scorm2004API } from 'scorm-again'
import { describe, expect, it } from 'vitest'
import { elementNames } from '#content-schema/schema.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import type { Session } from '#packaging/player/session.ts'
import { fallbackApi, holdsLaterWork } from '#packaging/player/thin/fallback-api.ts'
import { createLine } from '#packaging/player/thin/line.ts'
import type { Told } from '#packaging/player/thin/messages.ts'
import { runtimeOf } from '#packaging/player/thin/runtime.ts'
import { createShim } from '#packaging/player/thin/shim.ts'
import { begin, snapshotOf } from '#packaging/player/thin/snapshot.ts'
import { digestIn, underDigest } from '#packaging/player/thin/state-digest.ts'
import { doc, section } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { answers, dataOf, learner, readAll, type Standard } from '#tests/builders/sitting.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import { faultsIn } from './strict-data-model.ts'

const standards: Standard[] = ['scorm-12', 'scorm-2004']

describe.each(standards)('a player in %s whose LMS is in another page', (standard) => {
  const in12 = standard === 'scorm-12'
  const name = (one: string, other: string) => `cmi.${in12 ? one : other}`
  const call = (which: string) => `${in12 ? 'LMS' : ''}${which}`
  const finish = in12 ? 'LMSFinish' : 'Terminate'
  const raw = name('core.score.raw', 'score.raw')

  /** Both ends of the relay, with nothing lost in between. */
  function relayed(lms: object, unknown: string[] = []) {
    const runtime = runtimeOf(lms, standard)
    if (!begin(runtime, standard)) throw new Error('the run-time does not begin')
    const line = createLine(runtime)
    const shim = createShim({
      standard,
      snapshot: snapshotOf(runtime, standard),
      tell(told: Told) {
        if (told.do === 'set') line.set(told.name, told.value)
        if (told.do === 'commit') shim.taken(line.commit())
        if (told.do === 'end') shim.taken(line.end())
      },
    })
    const { api } = shim
    const get = call('GetValue')
    const asked = (element: string) => {
      const answer = api[get]!(element)
      if (api[call('GetLastError')]!() !== '0') unknown.push(element)
      return answer
    }
    const given: Record<string, (...values: string[]) => string> = { ...api, [get]: asked }
    return { shim, line, api: given }
  }

  it('tells it, call by call, what it tells one that is near, and reads back the same', () => {
    const near = learner(standard)
    const unknown: string[] = []
    const far = learner(standard, dataOf(), 'normal', (lms) => relayed(lms, unknown).api)
    for (const choice of ['wrong', 'right'] as const) {
      const [one, other] = [near, far].map(({ sit, data }) =>
        sit((session) => goThrough(session, data, choice)),
      )
      expect(entriesOf(other!)).toEqual(entriesOf(one!))
    }
    expect(unknown).toEqual([])
  })

  it('passes on only calls that all LMSs take, with every element in the module', () => {
    const pages = elementNames.map((each) => section(each, elementSamples[each].node))
    const data = dataOf(packageSource(doc(...pages)))
    const { sit, calls } = learner(standard, data, 'normal', (lms) => relayed(lms).api)
    const held = sit((session) => goThrough(session, data, 'wrong'))
    const faults = faultsIn(standard, calls)
    const objectives = [...held].flatMap(([element, value]) =>
      /objectives\.\d+\.id$/.test(element) ? value : [],
    )
    const before = calls.length
    sit((session) => goThrough(session, data, 'right'))
    expect([...faults, ...faultsIn(standard, calls.slice(before), objectives)]).toEqual([])
  })

  it('writes nothing where the learner only looks back', () => {
    const { sit, calls } = learner(standard, dataOf(), 'review', (lms) => relayed(lms).api)
    sit((session) => session.close())
    expect(calls.filter((each) => /SetValue|Commit/.test(each.name))).toEqual([])
  })

  function bare() {
    const api = in12 ? new Scorm12API({ logLevel: 5 }) : new Scorm2004API({ logLevel: 5 })
    const members = api as unknown as Record<string, (...args: string[]) => string>
    const calls: string[][] = []
    let mood: (which: string, element: string) => unknown = () => undefined
    const lms = new Proxy(
      {},
      {
        get:
          (_, member: string) =>
          (...args: string[]) => {
            const answer = String(mood(member, args[0] ?? '') ?? members[member]!(...args))
            calls.push([member, ...args, answer])
            return answer
          },
      },
    )
    const feels = (next: typeof mood | null) => {
      mood = next ?? (() => undefined)
    }
    return { lms, calls, feels, ...relayed(lms) }
  }

  it('hears at the next request to store that the last one was refused, and then that it was not', () => {
    const { api, feels } = bare()
    feels((which) => (which === call('Commit') ? 'false' : undefined))
    expect(api[call('Commit')]!('')).toBe('true')
    expect(api[call('Commit')]!('')).toBe('false')
    feels(null)
    expect(api[call('Commit')]!('')).toBe('false')
    expect(api[call('Commit')]!('')).toBe('true')
    expect(api[call('GetLastError')]!()).toBe('0')
  })

  it('is told by which error an LMS refused what must not be lost, which waits and is told again', () => {
    const { api, calls, feels } = bare()
    feels((which) =>
      which === call('SetValue') ? 'false' : which.endsWith('GetLastError') ? '391' : undefined,
    )
    for (const value of ['20', '40']) api[call('SetValue')]!(raw, value)
    api[call('SetValue')]!('cmi.interactions.0.id', 'q1')
    api[call('Commit')]!('')
    expect(api[call('GetLastError')]!()).toBe('391')
    expect(calls.filter(([which, , , answer]) => which!.endsWith('Commit') && answer)).toEqual(
      [],
    )
    feels(null)
    api[call('Commit')]!('')
    const told = calls.filter(
      ([which, , , answer]) => which!.endsWith('SetValue') && answer === 'true',
    )
    expect(told.slice(1).map(([, ...rest]) => rest)).toEqual([
      [raw, '40', 'true'],
      ['cmi.interactions.0.id', 'q1', 'true'],
    ])
  })

  it('has the number of an interaction that was refused taken by the next one', () => {
    const { api, calls, feels } = bare()
    const tell = (number: number) => {
      api[call('SetValue')]!(`cmi.interactions.${number}.id`, `q${number}`)
      api[call('SetValue')]!(`cmi.interactions.${number}.type`, 'choice')
    }
    feels((_, element) => (/interactions/.test(element) ? 'false' : undefined))
    tell(0)
    feels(null)
    tell(1)
    const taken = calls.filter(([, element = '']) => /interactions\.\d/.test(element))
    expect(taken.map(([, element, value]) => [element, value])).toEqual([
      ['cmi.interactions.0.id', 'q0'],
      ['cmi.interactions.0.id', 'q1'],
      ['cmi.interactions.0.type', 'choice'],
    ])
  })

  it('that is about to go keeps its copy unless nothing but the time went on', () => {
    const state = dataState(standard)
    const later = state.replace(/^((?:[^;]*;){6})[^;]*/, '$1zz')
    const { api, shim } = bare()
    api[call('SetValue')]!('cmi.suspend_data', state)
    api[call('Commit')]!('')
    shim.leave()
    api[call('SetValue')]!('cmi.suspend_data', later)
    expect(api[call('Commit')]!('')).toBe('true')
    api[call('SetValue')]!(raw, '60')
    expect(api[call('Commit')]!('')).toBe('false')
  })

  it('ends once, after which nothing more is told', () => {
    const { api, calls } = bare()
    api[call('SetValue')]!(raw, '60')
    expect(api[finish]!('')).toBe('true')
    expect(api[finish]!('')).toBe('false')
    expect(api[call('SetValue')]!(raw, '80')).toBe('false')
    const ends = calls.slice(-2).map(([which]) => which)
    expect(ends).toEqual([call('Commit'), finish])
  })

  it('answers as a run-time does to what it does not know', () => {
    const { api } = bare()
    expect(api[call('GetValue')]!('cmi.core.student_name')).toBe('')
    expect(api[call('GetLastError')]!()).not.toBe('0')
    expect(api[call('Initialize')]!('')).toBe('true')
  })

  it('falls back on the module beside it, which finds its own work and leaves that of a later edition', () => {
    const facts = {
      standard,
      address: 'https://banque.example/',
      endsAt: null,
      known: ['9f1c2b7a'],
    }
    const { lms, calls } = bare()
    const runtime = runtimeOf(lms, standard)
    const state = dataState(standard)
    expect(holdsLaterWork(runtime, facts)).toBe(false)
    runtime.set('cmi.suspend_data', state)
    expect(holdsLaterWork(runtime, facts)).toBe(false)
    expect(fallbackApi(runtime, facts, false)[call('GetValue')]!('cmi.suspend_data')).toBe(
      state,
    )

    const later = underDigest(state, 'ffffffff')
    runtime.set('cmi.suspend_data', later)
    expect(holdsLaterWork(runtime, facts)).toBe(true)
    const before = calls.length
    const api = fallbackApi(runtime, facts, true)
    expect(api[call('GetValue')]!('cmi.suspend_data')).toBe('')
    expect(api[call('Initialize')]!('')).toBe('true')
    for (const element of ['cmi.suspend_data', raw, name('core.lesson_location', 'location')])
      expect(api[call('SetValue')]!(element, '1')).toBe('true')
    api[call('SetValue')]!('cmi.interactions.0.id', 'q1')
    api[finish]!('')
    expect(calls.slice(before).map(([which, element]) => [which, element])).toEqual([
      [call('SetValue'), 'cmi.interactions.0.id'],
      [finish, ''],
    ])
    expect(runtime.get('cmi.suspend_data')).not.toBe('1')
  })
})

it('a state goes under the name of another revision, whole', () => {
  const state = dataState('scorm-12')
  expect(digestIn(state)).toBe('9f1c2b7a')
  const other = underDigest(state, '01234567')
  expect(digestIn(other)).toBe('01234567')
  expect(underDigest(other, '9f1c2b7a')).toBe(state)
  for (const text of ['', 'x', 'a;b;c']) expect(digestIn(text)).toBe('')
})

/** A state as the player writes it. */
function dataState(standard: Standard): string {
  const { sit, data } = learner(standard)
  return sit((session) => readAll(session, data)).get('cmi.suspend_data') ?? ''
}

function goThrough(session: Session, data: PlayerData, choice: 'right' | 'wrong'): void {
  readAll(session, data)
  for (const place of data.assessments.keys()) session.begin(place)
  data.questions.forEach((_, index) => {
    const answer = answers[choice][index % 4]!
    session.keep(index, answer)
    session.answer(index, answer)
  })
  for (const place of data.assessments.keys()) session.handIn(place)
  session.tick()
  session.close()
}

/** Each pseudonym is drawn anew. */
function entriesOf(held: Map<string, string>): [string, string][] {
  return [...held].map(([element, value]) => [
    element,
    element === 'cmi.suspend_data'
      ? value.replace(/[0-9a-f]{32}/, '').replace(/;[^;]*$/, '')
      : value,
  ])
}
