import { describe, expect, it } from 'vitest'
import type { PlayerData } from '#packaging/player/player-data.ts'
import type { Session } from '#packaging/player/session.ts'
import {
  largestSuspendData,
  readSuspendData,
  writeSuspendData,
} from '#packaging/player/suspend-data.ts'
import { attempt, moduleOf } from '#tests/builders/assessment.ts'
import { dataOf, type Held, learner, type Standard } from '#tests/builders/sitting.ts'

const standards: Standard[] = ['scorm-12', 'scorm-2004']
const onScreen = (session: Session) => {
  const { score } = session.progress()
  return score && Math.round(score.scaled * 10_000) / 100
}

/** What the LMS holds, in words that are the same for both standards. */
function told(standard: Standard, held: Held) {
  const is12 = standard === 'scorm-12'
  const number = (name: string) => {
    const value = held.get(name)
    return value === undefined ? null : Number(value)
  }
  return {
    module: number(is12 ? 'cmi.core.score.raw' : 'cmi.score.raw'),
    status: held.get(is12 ? 'cmi.core.lesson_status' : 'cmi.success_status') ?? null,
    objective: number('cmi.objectives.0.score.raw'),
    judged: held.get(`cmi.objectives.0.${is12 ? 'status' : 'success_status'}`) ?? null,
    answers: [...held.keys()].filter((name) => /interactions\.\d+\.id/.test(name)).length,
  }
}

describe.each(standards)('an assessment in %s', (standard) => {
  const is12 = standard === 'scorm-12'

  function sitting(data: PlayerData) {
    const whole = learner(standard, data)
    return {
      ...whole,
      refused: () => whole.calls.filter(({ answer }) => answer === 'false'),
    }
  }

  it('that was not begun is told of in no way', () => {
    const { sit, refused } = sitting(moduleOf())
    const held = sit((session) => {
      expect(onScreen(session)).toBeNull()
      session.close()
    })
    expect(told(standard, held)).toMatchObject({ module: null, objective: null, judged: null })
    expect(refused()).toEqual([])
  })

  it('that is under way has answers but no score, and none of them is told yet', () => {
    const { sit, refused } = sitting(moduleOf())
    const held = sit((session) => {
      session.begin(0)
      session.keep(0, ['true'])
      expect(onScreen(session)).toBeNull()
      expect(session.isFinished(0)).toBe(false)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({ module: null, objective: null, answers: 0 })
    expect(held.get(`cmi.objectives.0.${is12 ? 'status' : 'completion_status'}`)).toBe(
      'incomplete',
    )
    expect(refused()).toEqual([])
  })

  it.each([
    ['handed in rightly', 4, 100, 'passed'],
    ['handed in partly', 3, 75, 'passed'],
    ['failed', 2, 50, 'failed'],
    ['failed entirely', 0, 0, 'failed'],
  ] as const)(
    'that is %s has one and the same score everywhere',
    (_, right, score, verdict) => {
      const { sit, refused } = sitting(moduleOf())
      let seen: number | null = null
      const held = sit((session) => {
        attempt(session, right)
        seen = onScreen(session)
        session.close()
      })
      expect(seen).toBe(score)
      expect(told(standard, held)).toEqual({
        module: score,
        status: verdict,
        objective: score,
        judged: verdict,
        answers: 4,
      })
      expect(held.get('cmi.objectives.0.id')).toBe('porter_assessment')
      if (!is12)
        expect(held.get('cmi.interactions.0.objectives.0.id')).toBe('porter_assessment')
      expect(refused()).toEqual([])
    },
  )

  it('tells nothing of a question that was left out', () => {
    const { sit } = sitting(moduleOf())
    const held = sit((session) => {
      session.begin(0)
      session.keep(0, ['true'])
      session.handIn(0)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({ objective: 25, answers: 1 })
  })

  it('counts by its best attempt, and may pass a module that was failed at first', () => {
    const { sit } = sitting(moduleOf({ attempts: 3 }))
    const held = sit((session) => {
      attempt(session, 2)
      attempt(session, 4)
      attempt(session, 1)
      expect(onScreen(session)).toBe(100)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({
      module: 100,
      status: 'passed',
      objective: 100,
    })
  })

  it('begins each attempt with nothing answered, and gives no more than there are', () => {
    const { sit } = sitting(moduleOf())
    sit((session) => {
      attempt(session, 1)
      expect(session.begin(0)).toBe(true)
      expect(session.state.given).toEqual([null, null, null, null])
      expect(onScreen(session)).toBe(25)
      session.handIn(0)
      expect(session.begin(0)).toBe(false)
      expect(session.keep(0, ['true'])).toBeUndefined()
      expect(session.state.given[0]).toBeNull()
    })
  })

  it('comes back in the middle of an attempt: its draw, its answers, its number', () => {
    const { sit, refused } = sitting(moduleOf({ draw: 2, shuffle: true }))
    let draw: number[] = []
    sit((session) => {
      attempt(session, 1)
      session.begin(0)
      draw = session.askedAt(0)
      session.keep(draw[0]!, ['true'])
      session.hidden()
    })
    const held = sit((session) => {
      expect(session.askedAt(0)).toEqual(draw)
      expect(session.state.attempts[0]).toMatchObject({ begun: 2, open: true })
      expect(session.state.given[draw[0]!]?.answer).toEqual(['true'])
      expect(onScreen(session)).toBe(50)
      session.keep(draw[1]!, ['true'])
      session.handIn(0)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({
      module: 100,
      objective: 100,
      judged: 'passed',
    })
    expect(refused()).toEqual([])
  })

  it('keeps the place of its objective, and writes again only what changed', () => {
    const { sit, calls } = sitting(moduleOf())
    sit((session) => {
      attempt(session, 2)
      session.hidden()
    })
    const before = calls.length
    sit((session) => session.hidden())
    const again = calls.slice(before).filter(({ args }) => args[0]?.includes('objectives'))
    expect(again.filter(({ name }) => /SetValue$/.test(name))).toEqual([])
    const held = sit((session) => {
      attempt(session, 4)
      session.close()
    })
    expect(held.get('cmi.objectives.0.score.raw')).toBe('100')
    expect([...held.keys()].some((name) => name.includes('objectives.1'))).toBe(false)
  })

  it('with its corrections at each answer takes answers as they come', () => {
    const { sit } = sitting(moduleOf({ correction: 'each' }))
    const held = sit((session) => {
      session.begin(0)
      expect(session.answer(0, ['false'])?.success).toBe(false)
      expect(session.isFinished(0)).toBe(false)
      session.answer(0, ['true'])
      session.handIn(0)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({ objective: 25, answers: 2 })
  })

  it('counts beside the questions that stand alone, which can be taken again without it', () => {
    const data = moduleOf({}, ['alone00001'])
    const { sit } = sitting(data)
    sit((session) => {
      session.answer(0, ['false'])
      session.answer(0, ['false'])
      attempt(session, 2)
      expect(onScreen(session)).toBe(40)
      session.startAgain()
      expect(session.state.given[0]).toBeNull()
      expect(session.state.attempts[0]?.begun).toBe(1)
      session.answer(0, ['true'])
      expect(onScreen(session)).toBe(60)
    })
  })
})

describe('what is kept of an assessment', () => {
  const data = moduleOf({ attempts: 0 })
  const state = (session: Session) => writeSuspendData(data, session.state)

  it('is a dozen characters, which were counted', () => {
    const { sit } = learner('scorm-12', data)
    sit((session) => {
      const before = state(session).length
      for (let count = 0; count < 30; count += 1) attempt(session, 3)
      const kept = state(session)
      expect(kept.length - before).toBeLessThanOrEqual(12 + 4 * 2)
      expect(readSuspendData(data, kept)).toEqual(session.state)
      const size = { sections: 1, required: 1 }
      const questions = data.questions.map(({ question }) => question)
      expect(largestSuspendData(size, questions, data.assessments)).toBeGreaterThanOrEqual(
        kept.length,
      )
    })
  })

  it('is asked less of an LMS when few questions are drawn', () => {
    const size = { sections: 1, required: 1 }
    const questions = data.questions.map(({ question }) => question)
    const all = largestSuspendData(size, questions, data.assessments)
    const drawn = largestSuspendData(size, questions, moduleOf({ draw: 1 }).assessments)
    expect(all - drawn).toBe(3 * 2)
  })

  it('was nothing in the form before, which is still read', () => {
    const bare = dataOf()
    const { sit } = learner('scorm-12', bare)
    sit((session) => {
      session.answer(0, ['choicea001'])
      const now = writeSuspendData(bare, session.state)
      const before = now.replace(/^4;/, '2;').replace(/;;\w+$/, '')
      expect(before.split(';')).toHaveLength(9)
      expect(readSuspendData(bare, before)).toEqual(session.state)
    })
  })
})
