import { Scorm12API, Scorm2004API } from 'scorm-again'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginIn } from '#packaging/player/reporters/begin.ts'
import { openLasting } from '#packaging/player/reporters/lasting.ts'
import { openings } from '#packaging/player/reporters/openings.ts'
import type { Trouble } from '#packaging/player/reporters/reporter.ts'
import { createSession, type Session } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import { browserStorage } from '#tests/builders/browser-storage.ts'
import { answers, dataOf, dialects, type Standard } from '#tests/builders/sitting.ts'

const standards: Standard[] = ['scorm-12', 'scorm-2004']
const data = dataOf()

/** What an LMS does instead of answering; `undefined` lets it answer. */
type Mood = (call: string, args: string[], answer: () => string) => unknown

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 14, 10) })
  vi.stubGlobal('localStorage', browserStorage())
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** An LMS that stores on Commit, and only then, whatever it is told of one learner. */
function lmsOf(standard: Standard, learner = 'yolande') {
  const is12 = standard === 'scorm-12'
  const element = (in12: string, in2004: string) => `cmi.${is12 ? in12 : in2004}`
  const stored = new Map<string, string>()
  const calls: [string, ...string[]][] = []
  let mood: Mood = () => undefined

  /** One launch, with a run-time of its own, as each window has one. */
  function launch() {
    const api = is12 ? new Scorm12API({ logLevel: 5 }) : new Scorm2004API({ logLevel: 5 })
    const cmi = { suspend_data: stored.get('cmi.suspend_data') ?? '' }
    api.loadFromJSON(
      is12 ? { ...cmi, core: { student_id: learner } } : { ...cmi, learner_id: learner },
      'cmi',
    )
    const members = api as unknown as Record<string, (...args: string[]) => string>
    const told = new Map<string, string>()
    const runtime = new Proxy(
      {},
      {
        get:
          (_, name: string) =>
          (...args: string[]) => {
            calls.push([name, ...args])
            const answer = () => members[name]!(...args)
            const instead = mood(name.replace(/^LMS/, ''), args, answer)
            if (instead !== undefined) return instead
            const given = answer()
            if (/SetValue$/.test(name) && given === 'true') told.set(args[0]!, args[1]!)
            if (/Commit$/.test(name)) for (const [key, value] of told) stored.set(key, value)
            return given
          },
      },
    )
    const begun = beginIn(runtime, openings[standard])
    if (!begun) return null
    const run = openLasting(begun, dialects[standard], data)
    const troubles: (Trouble | null)[] = []
    run.watch?.((trouble) => {
      if (troubles.at(-1) !== trouble) troubles.push(trouble)
    })
    const session = createSession({
      data,
      run,
      stopwatch: createStopwatch(() => Date.now()),
      traces: null,
      now: () => Date.now(),
      later: (action) => setTimeout(action, 1500),
    })
    session.show(session.state.section, true)
    return { session, troubles, run }
  }

  const feels = (next: Mood | null) => {
    mood = next ?? (() => undefined)
  }
  const get = (in12: string, in2004: string) => stored.get(element(in12, in2004))
  return { launch, feels, get, stored, calls }
}

const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)
const refuses =
  (what: RegExp): Mood =>
  (call) =>
    what.test(call) ? 'false' : undefined

function begin(lms: ReturnType<typeof lmsOf>) {
  const launched = lms.launch()
  if (!launched) throw new Error('the LMS does not begin')
  return launched
}

function answerFirst(session: Session): void {
  session.show(2)
  session.answer(0, answers.right[0]!)
}

const interactionsIn = (stored: Map<string, string>) =>
  [...stored].filter(([name]) => /interactions\.\d+\.id$/.test(name))

describe.each(standards)('in %s, an LMS that', (standard) => {
  const commits = (lms: ReturnType<typeof lmsOf>) =>
    lms.calls.filter(([name]) => name.endsWith('Commit')).length

  it.each([
    ['refuses to store', refuses(/Commit/)],
    ['refuses every value', refuses(/SetValue|Commit/)],
    [
      'answers false, not "false"',
      (call: string) => (/Value|Commit/.test(call) ? false : undefined),
    ],
    [
      'throws',
      () => {
        throw new Error('no LMS')
      },
    ],
  ])(
    '%s for a while gets all of it afterwards, and the learner is told until then',
    (_, mood) => {
      const lms = lmsOf(standard)
      const { session, troubles } = begin(lms)
      lms.feels(mood)
      answerFirst(session)
      wait(2)
      expect(troubles).toEqual([null])
      wait(10)
      expect(troubles).toEqual([null, 'away'])
      session.answer(3, answers.right[3]!)
      wait(60)
      expect(interactionsIn(lms.stored)).toEqual([])
      lms.feels(null)
      wait(60)
      expect(troubles).toEqual([null, 'away', null])
      expect(lms.get('core.score.raw', 'score.raw')).toBe('40')
      expect(interactionsIn(lms.stored)).toHaveLength(2)
    },
  )

  it('hiccups once is asked again, and nothing is said of it', () => {
    const lms = lmsOf(standard)
    const { session, troubles } = begin(lms)
    lms.feels(refuses(/Commit/))
    answerFirst(session)
    wait(3)
    lms.feels(null)
    wait(10)
    expect(troubles).toEqual([null])
    expect(lms.get('core.score.raw', 'score.raw')).toBe('20')
  })

  it('stays away is asked less and less often, once a minute in the end', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    lms.feels(refuses(/Commit/))
    session.tick()
    const before = commits(lms)
    wait(3600)
    expect(commits(lms) - before).toBeGreaterThan(50)
    expect(commits(lms) - before).toBeLessThan(140)
  })

  it('takes three seconds to store is left in peace, but for the end', () => {
    const lms = lmsOf(standard)
    lms.feels((call) => {
      if (call === 'Commit') vi.setSystemTime(Date.now() + 3000)
      return undefined
    })
    const { session, troubles } = begin(lms)
    const before = commits(lms)
    for (let times = 0; times < 10; times += 1) {
      session.show(times % 3)
      wait(2)
    }
    expect(commits(lms) - before).toBe(0)
    wait(30)
    expect(commits(lms) - before).toBe(1)
    session.show(1)
    session.close()
    expect(commits(lms) - before).toBe(2)
    expect(troubles).toEqual([null])
  })

  it('refuses what it has no need of is not taken for one that is away', () => {
    const lms = lmsOf(standard)
    lms.feels((call, [element = '']) => {
      const needless = /interactions|objectives|location|min$|max$|progress|session_time/
      return call === 'SetValue' && needless.test(element) ? 'false' : undefined
    })
    const { session, troubles } = begin(lms)
    answerFirst(session)
    wait(120)
    expect(troubles).toEqual([null])
    expect(lms.get('core.score.raw', 'score.raw')).toBe('20')
    const told = lms.calls.filter(([, element = '']) => /interactions\.\d/.test(element))
    expect(told.map(([, element]) => element)).toEqual(['cmi.interactions.0.id'])
  })

  it('cuts what it keeps is not believed: the copy of this browser is taken', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    answerFirst(session)
    session.close()
    const whole = lms.stored.get('cmi.suspend_data') ?? ''
    for (const length of [whole.length - 1, whole.length - 9, 60, 20]) {
      lms.stored.set('cmi.suspend_data', whole.slice(0, length))
      const again = begin(lms)
      expect(again.session.recovered, String(length)).toBe(true)
      expect(again.session.state.given[0]?.answer).toEqual(answers.right[0])
    }
  })

  it('cuts what it keeps makes a clean start in a browser that has no copy, under the same pseudonym', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    answerFirst(session)
    session.close()
    lms.stored.set('cmi.suspend_data', lms.stored.get('cmi.suspend_data')!.slice(0, -3))
    localStorage.clear()
    const again = begin(lms)
    expect(again.session.recovered).toBe(false)
    expect(again.session.state.given[0]).toBeNull()
    expect(again.session.state.learner).toBe(session.state.learner)
  })

  it('dies in mid-session loses nothing: the next launch hands over what it missed', () => {
    const lms = lmsOf(standard)
    const first = begin(lms)
    wait(5)
    lms.feels(() => {
      throw new Error('gone')
    })
    answerFirst(first.session)
    wait(5)
    first.session.close()
    expect(first.troubles.at(-1)).toBe('away')
    expect(interactionsIn(lms.stored)).toEqual([])
    lms.feels(null)
    const second = begin(lms)
    expect(second.session.recovered).toBe(true)
    expect(second.session.state.given[0]?.answer).toEqual(answers.right[0])
    expect(lms.get('core.score.raw', 'score.raw')).toBe('20')
    expect(interactionsIn(lms.stored)).toHaveLength(1)
    second.session.close()
    expect(begin(lms).session.recovered).toBe(false)
  })

  it('takes all and stores nothing is found out when it says that it resumes', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    answerFirst(session)
    session.close()
    lms.stored.clear()
    expect(begin(lms).session.state.given[0]).toBeNull()
    answerFirst(begin(lms).session)
    wait(2)
    lms.stored.clear()
    const entry = standard === 'scorm-12' ? 'cmi.core.entry' : 'cmi.entry'
    lms.feels((call, [element]) =>
      call === 'GetValue' && element === entry ? 'resume' : undefined,
    )
    expect(begin(lms).session.recovered).toBe(true)
  })

  it('begins another attempt is obeyed: what it stored before is not brought back', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    answerFirst(session)
    session.close()
    lms.stored.clear()
    const again = begin(lms)
    expect(again.session.recovered).toBe(false)
    expect(again.session.state.given[0]).toBeNull()
    expect(again.session.state.learner).not.toBe(session.state.learner)
  })

  it('knows more than this browser, after work on another machine, is believed', () => {
    const lms = lmsOf(standard)
    const here = begin(lms)
    wait(5)
    lms.feels(refuses(/Commit/))
    here.session.show(1)
    here.session.close()
    const copies = { ...Object.fromEntries(entries()) }
    lms.feels(null)
    localStorage.clear()
    const there = begin(lms)
    wait(60)
    answerFirst(there.session)
    there.session.close()
    for (const [key, value] of Object.entries(copies)) localStorage.setItem(key, value)
    const back = begin(lms)
    expect(back.session.recovered).toBe(false)
    expect(back.session.state.given[0]?.answer).toEqual(answers.right[0])
  })

  it('gives the module to somebody else on the same machine gives them nothing of the first', () => {
    const ada = lmsOf(standard)
    const { session } = begin(ada)
    ada.feels(refuses(/Commit/))
    answerFirst(session)
    session.close()
    const bob = begin(lmsOf(standard, 'bob'))
    expect(bob.session.recovered).toBe(false)
    expect(bob.session.state.given[0]).toBeNull()
    expect(JSON.stringify(entries())).not.toContain('yolande')
  })

  it('stores nothing, in a browser that keeps nothing, is said in other words', () => {
    vi.stubGlobal('localStorage', undefined)
    const lms = lmsOf(standard)
    const { session, troubles } = begin(lms)
    lms.feels(refuses(/Commit/))
    answerFirst(session)
    session.close()
    expect(troubles).toEqual([null, 'awayUnkept'])
  })

  it('does not begin is left alone', () => {
    const lms = lmsOf(standard)
    lms.feels(() => 'false')
    expect(lms.launch()).toBeNull()
  })

  it('had begun already, and says so, takes what it is told', () => {
    const lms = lmsOf(standard)
    lms.feels((call, _, answer) => {
      if (call !== 'Initialize') return undefined
      answer()
      return 'false'
    })
    const { session } = begin(lms)
    answerFirst(session)
    session.close()
    expect(lms.get('core.score.raw', 'score.raw')).toBe('20')
  })

  it('was left is told nothing more, however it answered at the end', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    lms.feels(refuses(/Commit|Finish|Terminate/))
    answerFirst(session)
    session.close()
    const before = lms.calls.length
    wait(600)
    expect(lms.calls).toHaveLength(before)
    expect(lms.calls.at(-1)?.[0]).toMatch(/Finish|Terminate/)
  })

  it('forgets what it is not asked to store is asked once a minute', () => {
    const lms = lmsOf(standard)
    const { session } = begin(lms)
    wait(60)
    const before = commits(lms)
    session.tick()
    expect(commits(lms)).toBe(before + 1)
  })
})

function entries(): [string, string][] {
  return Array.from({ length: localStorage.length }, (_, index) => {
    const key = localStorage.key(index) ?? ''
    return [key, localStorage.getItem(key) ?? '']
  })
}
