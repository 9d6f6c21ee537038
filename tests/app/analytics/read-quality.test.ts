import { describe, expect, it } from 'vitest'
import { readQuality } from '#app/services/analytics/index.server.ts'
import { learner } from '#tests/app/lrs/learner.ts'
import { told } from './told.ts'

const moduleId = 'module0001'

/**
 * Three learners: one goes through, one stops in the second section, one fails and starts
 * again.
 */
async function threeLearners() {
  const [ana, ben, eva] = [
    learner({ name: 'ana' }),
    learner({ name: 'ben' }),
    learner({ name: 'eva' }),
  ]
  const again = learner({ name: 'eva' })
  return told([
    ana.starts(),
    ana.reads('first', 60),
    ana.reads('second', 120),
    ana.answers('question01', 'a', 1),
    ana.completes(),
    ana.passes(),
    ana.leaves(),
    ben.starts(),
    ben.reads('first', 30),
    ben.answers('question01', 'b', 0),
    ben.reads('section002', 5),
    ben.leaves(),
    eva.starts(),
    eva.answers('question01', 'b', 0),
    eva.answers('question01', 'a', 1, 2),
    eva.completes(),
    eva.fails(),
    again.starts(),
    again.reads('first', 10),
  ])
}

describe('a quality report', () => {
  it('counts learners, attempts and ends', async () => {
    const { editions } = readQuality(await threeLearners(), { moduleId })
    expect(editions).toHaveLength(1)
    expect(editions[0]).toMatchObject({
      major: 1,
      minor: 0,
      learners: 3,
      started: 4,
      completed: 2,
      completion: { count: 2, of: 4, share: 0.5 },
      passed: 1,
      failed: 1,
      days: [{ date: '2026-09-14', started: 4, completed: 2, passed: 1, failed: 1 }],
      lastStatementAt: Date.UTC(2026, 8, 14, 9, 7),
    })
  })

  it('says where those who did not complete were last', async () => {
    const [edition] = readQuality(await threeLearners(), { moduleId }).editions
    const sections = Object.fromEntries(edition!.sections.map((each) => [each.sectionId, each]))
    expect(sections.first).toMatchObject({
      reached: { count: 3, of: 4 },
      stopped: { count: 1, of: 3 },
    })
    expect(sections.second).toMatchObject({ reached: { count: 1 }, stopped: { count: 0 } })
    expect(sections.section002).toMatchObject({
      reached: { count: 3 },
      stopped: { count: 1 },
    })
    expect(sections.first!.medianActiveMs).toBeCloseTo(30_000, -4)
  })

  it('gives the time of those who completed only', async () => {
    const [edition] = readQuality(await threeLearners(), { moduleId }).editions
    expect(edition!.activeTimes).toHaveLength(2)
    const longest = edition!.activeTimes.at(-1)!
    expect(longest.fromMs).toBeLessThan(180_000)
    expect(longest.toMs).toBeGreaterThanOrEqual(180_000)
  })

  it('judges a question by first tries, and counts the others', async () => {
    const [edition] = readQuality(await threeLearners(), { moduleId }).editions
    expect(edition!.questions).toHaveLength(1)
    const [question] = edition!.questions
    expect(question).toMatchObject({
      questionId: 'question01',
      keyDigest: '0badcafe',
      answers: 3,
      firstTry: { count: 1, of: 3 },
      responses: [
        { response: 'b', count: 2 },
        { response: 'a', count: 1 },
      ],
      discrimination: null,
    })
    expect(question!.facility.mean).toBeCloseTo(1 / 3)
    expect(question!.meanTries).toBeCloseTo(4 / 3)
  })

  it('counts each choice of an answer of several', async () => {
    const learners = Array.from({ length: 3 }, () => learner())
    const answers = ['a[,]b', 'b', 'a[,]c']
    const statements = await told(
      learners.map((each, at) => each.answers('question01', answers[at]!, 0)),
    )
    const [question] = readQuality(statements, { moduleId }).editions[0]!.questions
    expect(question!.choices).toEqual([
      { choiceId: 'a', count: 2, share: 2 / 3 },
      { choiceId: 'b', count: 2, share: 2 / 3 },
      { choiceId: 'c', count: 1, share: 1 / 3 },
    ])
  })

  it('never mixes editions, and puts the latest first', async () => {
    const old = learner({ edition: { major: 1, minor: 9 }, digest: 'a'.repeat(64) })
    const recent = learner({ edition: { major: 1, minor: 10 }, digest: 'b'.repeat(64) })
    const statements = await told([old.starts(), old.completes(), recent.starts()])
    const { editions } = readQuality(statements, { moduleId })
    expect(editions.map(({ minor, completed }) => [minor, completed])).toEqual([
      [10, 0],
      [9, 1],
    ])
  })

  it('adds organisations up, or keeps to one', async () => {
    const statements = await told([learner({ name: 'ana' }).starts()])
    await told([learner({ name: 'ana' }).starts(), learner({ name: 'ben' }).starts()], {
      organisationId: 'two',
      into: statements,
    })
    const [all] = readQuality(statements, { moduleId }).editions
    expect(all).toMatchObject({ started: 3, learners: 2 })
    const [one] = readQuality(statements, { moduleId, organisationId: 'two' }).editions
    expect(one).toMatchObject({ started: 2, learners: 2 })
    expect(readQuality(statements, { moduleId, organisationId: 'none' }).editions).toEqual([])
  })

  it('of a module nobody learnt with is empty', async () => {
    expect(readQuality(await told([]), { moduleId })).toEqual({ moduleId, editions: [] })
  })
})
