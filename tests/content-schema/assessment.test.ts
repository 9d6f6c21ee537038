import { describe, expect, it } from 'vitest'
import {
  type Assessment,
  type Attempts,
  askedIn,
  attemptsLeft,
  begin,
  bestScore,
  handIn,
  isCorrected,
  isPassed,
  notBegun,
  type Paper,
  scoreOfAttempt,
  timesAsked,
} from '#content-schema/scoring/assessment.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import { moduleScore } from '#content-schema/scoring/module-score.ts'
import type { Mark, Question } from '#content-schema/scoring/question.ts'

const question = (id: string, points = 1): Question => ({
  id,
  points,
  tries: 2,
  kind: 'trueFalse',
  key: { answer: true },
})

const opinion: Question = {
  id: 'opinion001',
  points: 0,
  tries: 1,
  kind: 'open',
  key: { kept: 100, sent: true },
}

const names = Array.from({ length: 10 }, (_, index) => `question0${index}`)

function paper(rules: Partial<Assessment> = {}, questions = names.map((id) => question(id))) {
  const assessment: Assessment = {
    id: 'assessment',
    questions: questions.map(({ id }) => id),
    draw: 0,
    shuffle: false,
    threshold: 70,
    attempts: 2,
    correction: 'end',
    ...rules,
  }
  return { assessment, questions, seed: 'somebody' } satisfies Paper
}

/** So many of the questions asked answered rightly, the others wrongly. */
function answered(sat: Paper, attempts: Attempts, right: number): Map<string, Mark> {
  const asked = askedIn(sat, attempts.begun)
  return new Map(
    asked.map((each, index) => [each.id, markAnswer(each, [String(index < right)])]),
  )
}

function sit(sat: Paper, ...rights: number[]): Attempts {
  return rights.reduce((before, right) => {
    const attempts = begin(sat, before) ?? before
    return handIn(sat, attempts, answered(sat, attempts, right))
  }, notBegun)
}

const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id)

describe('what an attempt asks', () => {
  it('is everything, in the order of the page, unless the author says otherwise', () => {
    expect(idsOf(askedIn(paper(), 1))).toEqual(names)
  })

  it('is drawn anew at each attempt, and the same whenever one comes back to it', () => {
    const sat = paper({ draw: 4 })
    const draws = [1, 2, 3, 4, 5].map((attempt) => idsOf(askedIn(sat, attempt)))
    for (const draw of draws) {
      expect(new Set(draw).size).toBe(4)
      expect(draw).toEqual([...draw].sort())
    }
    expect(new Set(draws.map(String)).size).toBeGreaterThan(2)
    expect(idsOf(askedIn(paper({ draw: 4 }), 3))).toEqual(draws[2])
    expect(idsOf(askedIn({ ...sat, seed: 'somebody else' }, 1))).not.toEqual(draws[0])
  })

  it('comes in an order of its own where the author wants one', () => {
    const order = idsOf(askedIn(paper({ shuffle: true }), 1))
    expect(order).not.toEqual(names)
    expect([...order].sort()).toEqual(names)
  })

  it('is all there is when more is to be drawn than there is', () => {
    expect(idsOf(askedIn(paper({ draw: 30 }), 1))).toEqual(names)
  })

  it('draws every question about as often as any other', () => {
    const counts = new Map(names.map((id) => [id, 0]))
    for (let learner = 0; learner < 2000; learner += 1) {
      for (const { id } of askedIn({ ...paper({ draw: 3 }), seed: `${learner}` }, 1)) {
        counts.set(id, counts.get(id)! + 1)
      }
    }
    for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(110)
  })

  it('counts how often it asked a question, since a draw may have left it out', () => {
    const sat = paper({ draw: 4 })
    const asks = [1, 2, 3, 4].filter((attempt) =>
      idsOf(askedIn(sat, attempt)).includes('question03'),
    )
    expect(timesAsked(sat, 'question03', 4)).toBe(asks.length)
    expect(timesAsked(sat, 'question03', 0)).toBe(0)
  })
})

describe('an attempt', () => {
  it.each([
    ['nothing right', 0, 0, false],
    ['less than the threshold', 6, 0.6, false],
    ['just the threshold', 7, 0.7, true],
    ['everything right', 10, 1, true],
  ])('with %s is worth its points and is judged by them', (_, right, scaled, passed) => {
    const sat = paper()
    const attempts = sit(sat, right)
    expect(bestScore(sat, attempts)?.scaled).toBe(scaled)
    expect(isPassed(sat, attempts)).toBe(passed)
  })

  it('that was never begun, or not handed in, has no score and no verdict', () => {
    const sat = paper()
    for (const attempts of [notBegun, begin(sat, notBegun)!]) {
      expect(bestScore(sat, attempts)).toBeNull()
      expect(isPassed(sat, attempts)).toBeNull()
    }
  })

  it('that is handed in without an answer is worth zero', () => {
    const sat = paper()
    const attempts = handIn(sat, begin(sat, notBegun)!, new Map())
    expect(bestScore(sat, attempts)).toEqual({ raw: 0, min: 0, max: 10, scaled: 0 })
    expect(isPassed(sat, attempts)).toBe(false)
  })

  it('counts only the points of what it drew', () => {
    const sat = paper(
      { draw: 4 },
      names.map((id, index) => question(id, index + 1)),
    )
    const points = askedIn(sat, 1).reduce((sum, each) => sum + each.points, 0)
    expect(scoreOfAttempt(sat, 1, new Map())?.max).toBe(points)
  })

  it('is not judged where nothing is right or wrong', () => {
    const sat = paper({}, [opinion])
    const marks = new Map([[opinion.id, markAnswer(opinion, ['Oui.'])]])
    const attempts = handIn(sat, begin(sat, notBegun)!, marks)
    expect(attempts.best).not.toBeNull()
    expect(bestScore(sat, attempts)).toBeNull()
    expect(isPassed(sat, attempts)).toBeNull()
  })

  it('cannot be handed in twice, nor begun while one is open or none is left', () => {
    const sat = paper({ attempts: 1 })
    const open = begin(sat, notBegun)!
    expect(begin(sat, open)).toBeNull()
    const done = handIn(sat, open, new Map())
    expect(handIn(sat, done, answered(sat, done, 10))).toEqual(done)
    expect(begin(sat, done)).toBeNull()
    expect(attemptsLeft(sat.assessment, done)).toBe(0)
  })

  it('can be begun without end where attempts are not counted', () => {
    const sat = paper({ attempts: 0 })
    const many = sit(sat, ...Array.from({ length: 50 }, () => 1))
    expect(many.begun).toBe(50)
    expect(begin(sat, many)).not.toBeNull()
  })
})

describe('of several attempts', () => {
  it.each([
    ['the better one, when it came first', [9, 4], 1, 9],
    ['the better one, when it came last', [4, 9], 2, 9],
    ['the latest of equals', [5, 5], 2, 5],
  ])('counts %s', (_, rights, attempt, raw) => {
    expect(sit(paper(), ...rights).best).toEqual({ attempt, raw })
  })

  it('a pass stays one, whatever comes after', () => {
    const sat = paper()
    expect(isPassed(sat, sit(sat, 8, 0))).toBe(true)
  })

  it('the better one is the one with the larger share, where draws are worth more or less', () => {
    const sat = paper(
      { draw: 2, attempts: 0 },
      names.map((id, index) => question(id, 1 + 9 * index)),
    )
    for (let attempt = 1; attempt < 12; attempt += 1) {
      const all = sit(
        sat,
        ...Array.from({ length: attempt }, (_, index) => (index === 0 ? 2 : 1)),
      )
      expect(bestScore(sat, all)?.scaled).toBe(1)
    }
  })
})

describe('what was right', () => {
  const stages = (correction: Assessment['correction'], first: number) => {
    const sat = paper({ correction })
    const open = begin(sat, notBegun)!
    const once = handIn(sat, open, answered(sat, open, first))
    const again = begin(sat, once)!
    const twice = handIn(sat, again, answered(sat, again, 0))
    return [notBegun, open, once, again, twice].map((attempts) => isCorrected(sat, attempts))
  }

  it.each([
    ['end', 3, [false, false, true, false, true]],
    ['each', 3, [false, true, true, true, true]],
    ['passed-or-last', 3, [false, false, false, false, true]],
    ['passed-or-last', 9, [false, false, true, false, true]],
  ] as const)(
    'is shown with %s, after %i right answers, when it should be',
    (correction, first, shown) => {
      expect(stages(correction, first)).toEqual(shown)
    },
  )
})

describe('the score of a module', () => {
  const alone = [question('alone00001', 2)]
  const mark = (points: number) =>
    new Map([['alone00001', { share: 1, points, success: true }]])
  const with_ = (attempts: Attempts, required = true, sat: Paper = paper()) => [
    { paper: sat, attempts, required },
  ]

  it.each([
    ['nothing touched', new Map(), notBegun, null],
    ['only the question alone', mark(2), notBegun, 2 / 12],
    ['only the assessment', new Map(), sit(paper(), 6), 6 / 12],
    ['both', mark(2), sit(paper(), 6), 8 / 12],
    ['the best attempt', mark(2), sit(paper(), 6, 2), 8 / 12],
    ['a better attempt', mark(2), sit(paper(), 6, 10), 1],
    ['zero, handed in', new Map(), sit(paper(), 0), 0],
  ])('with %s', (_, marks, attempts, scaled) => {
    const score = moduleScore(alone, marks, with_(attempts))
    if (scaled === null) expect(score).toBeNull()
    else expect(score?.scaled).toBeCloseTo(scaled, 4)
  })

  it('does not change while another attempt is under way', () => {
    const sat = paper()
    const done = sit(sat, 6)
    const again = begin(sat, done)!
    expect(moduleScore(alone, mark(2), with_(again))).toEqual(
      moduleScore(alone, mark(2), with_(done)),
    )
  })

  it('leaves out an assessment that may be left out, until it is handed in', () => {
    expect(moduleScore(alone, mark(2), with_(notBegun, false))?.scaled).toBe(1)
    expect(moduleScore(alone, mark(2), with_(sit(paper(), 0), false))?.scaled).toBeCloseTo(
      2 / 12,
      4,
    )
  })

  it('counts what was drawn by the best attempt, and nothing else', () => {
    const sat = paper({ draw: 3 })
    expect(moduleScore([], new Map(), with_(sit(sat, 2), true, sat))).toEqual({
      raw: 2,
      min: 0,
      max: 3,
      scaled: 0.6667,
    })
  })
})
