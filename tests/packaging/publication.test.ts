import { describe, expect, it } from 'vitest'
import { readDocument } from '#content-schema/document.ts'
import { applicable, PublicationFields, standardPublication } from '#packaging/index.ts'
import type { Session } from '#packaging/player/session.ts'
import type { Publication } from '#packaging/publication/publication.ts'
import { statusFields, statusOf, statusPairs } from '#packaging/publication/status.ts'
import { doc, paragraph, section } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { answers, dataOf, learner, readAll } from '#tests/builders/sitting.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'

const withoutQuestions = doc(
  ...['Un', 'Deux', 'Trois', 'Quatre'].map((title) => section(title, paragraph('À lire.'))),
)
const withEvaluation = doc(
  section('Lire', paragraph('À lire.')),
  section('Évaluer', elementSamples.evaluation.node),
)

describe('what is proposed', () => {
  it('for a module that asks questions says nothing final on failure', () => {
    const { document } = packageSource()
    expect(standardPublication(readDocument(document))).toMatchObject({
      completion: 'all',
      success: 'questions',
      status: 'passed-incomplete',
    })
  })

  it('for a module that asks none is that it is completed', () => {
    expect(standardPublication(withoutQuestions)).toMatchObject({
      success: 'none',
      status: 'completed-incomplete',
    })
  })
})

describe('a rule that asks for what the module has not', () => {
  const asked = (more: Partial<Publication>) => PublicationFields.parse(more)

  it('waits for all of it instead of for an evaluation', () => {
    const wanted = asked({ completion: 'evaluation', success: 'evaluation' })
    expect(applicable(wanted, withoutQuestions)).toMatchObject({
      completion: 'all',
      success: 'none',
    })
    expect(applicable(wanted, withEvaluation)).toMatchObject({
      completion: 'evaluation',
      success: 'evaluation',
    })
  })

  it('waits for the pages alone where it asked for both', () => {
    const wanted = asked({ completion: 'seen-and-evaluation', seenPercent: 50 })
    expect(applicable(wanted, withoutQuestions)).toMatchObject({
      completion: 'seen',
      seenPercent: 50,
    })
  })
})

describe('a status pair', () => {
  it.each([
    ['passed-incomplete', 'passed', 'passed', 'incomplete'],
    ['passed-failed', 'passed', 'passed', 'failed'],
    ['completed-incomplete', 'completed', 'completed', 'incomplete'],
    ['completed-failed', 'completed', 'completed', 'failed'],
  ] as const)('%s says so', (pair, completed, passed, failed) => {
    expect(statusOf(pair, 'none')).toBe('incomplete')
    expect(statusOf(pair, 'completed')).toBe(completed)
    expect(statusOf(pair, 'passed')).toBe(passed)
    expect(statusOf(pair, 'failed')).toBe(failed)
  })

  it('is two fields in SCORM 2004', () => {
    expect(statusFields('failed')).toEqual({ completion: 'completed', success: 'failed' })
    expect(statusFields('incomplete')).toEqual({ completion: 'incomplete', success: 'unknown' })
    expect(statusPairs).toHaveLength(4)
  })
})

describe.each(['scorm-12', 'scorm-2004'] as const)('published in %s', (standard) => {
  const status = standard === 'scorm-12' ? 'cmi.core.lesson_status' : 'cmi.completion_status'
  const exit = standard === 'scorm-12' ? 'cmi.core.exit' : 'cmi.exit'
  const score = standard === 'scorm-12' ? 'cmi.core.score.raw' : 'cmi.score.raw'

  function played(
    publication: Partial<Publication>,
    act: (session: Session) => void,
    source = packageSource(),
  ) {
    const whole = learner(standard, dataOf(source, publication))
    const held = whole.sit(act)
    return { ...whole, held }
  }

  function answerAll(session: Session, given: 'right' | 'wrong'): void {
    for (const [index, answer] of answers[given].entries()) {
      while (!session.isFinished(index)) session.answer(index, answer)
    }
  }

  it('by pages, it is completed once enough of them were seen', () => {
    const publication = { completion: 'seen', seenPercent: 50, success: 'none' } as const
    const status12 = { ...publication, status: 'completed-incomplete' } as const
    const { held } = played(
      status12,
      (session) => {
        expect(session.progress()).toMatchObject({ share: 0.5, completed: false })
        session.show(2)
        expect(session.progress()).toMatchObject({ share: 1, completed: true })
        session.close()
      },
      packageSource(withoutQuestions),
    )
    expect(held.get(status)).toBe('completed')
  })

  it('by pages and questions, it is not failed while a question is left', () => {
    const rules = { completion: 'seen', status: 'passed-failed' } as const
    const { held, data } = played(rules, (session) => {
      readAll(session, dataOf())
      expect(session.progress()).toMatchObject({ completed: false, passed: null })
      session.close()
    })
    expect(data.publication.success).toBe('questions')
    expect(held.get(status)).toBe('incomplete')
    const { held: failed } = played(rules, (session) => {
      readAll(session, dataOf())
      answerAll(session, 'wrong')
      session.close()
    })
    expect([...failed.values()]).toContain('failed')
  })

  it('by its evaluation, pages may be left out', () => {
    const source = packageSource(withEvaluation)
    const rules = { completion: 'evaluation', success: 'evaluation' } as const
    const { held } = played(
      rules,
      (session) => {
        expect(session.progress()).toMatchObject({ share: 0, completed: false })
        session.begin(0)
        session.handIn(0)
        expect(session.progress()).toMatchObject({ completed: true, passed: false })
        session.close()
      },
      source,
    )
    expect([...held.values()]).toContain('failed')
  })

  it('that says incomplete on failure, it stays open for another attempt', () => {
    const { held } = played({ status: 'passed-incomplete' }, (session) => {
      readAll(session, dataOf())
      answerAll(session, 'wrong')
      expect(session.progress()).toMatchObject({ completed: true, passed: false })
      session.close()
    })
    expect(held.get(status)).toBe('incomplete')
    expect([...held.values()]).not.toContain('failed')
    expect(held.get(exit)).toBe('suspend')
    expect(held.get(score)).toBe('0')
  })

  it('without a score, none is sent, nor a threshold for the LMS to judge by', () => {
    const { held } = played({ sendsScore: false }, (session) => {
      readAll(session, dataOf())
      answerAll(session, 'right')
      session.close()
    })
    expect([...held.keys()].filter((name) => name.includes('score.'))).toEqual([])
    expect([...held.values()]).toContain('passed')
  })

  it('without interactions or objectives, none is written', () => {
    const rules = { interactions: false, objectives: false }
    const { calls } = played(rules, (session) => {
      answerAll(session, 'right')
      session.close()
    })
    const written = calls.map(({ args }) => args[0] ?? '')
    expect(written.filter((name) => /interactions\.\d|objectives\.\d/.test(name))).toEqual([])
  })

  it('never to be resumed, it starts anew with the same learner', () => {
    const { sit, data } = learner(standard, dataOf(packageSource(), { resume: 'never' }))
    let first = ''
    sit((session) => {
      session.answer(0, answers.right[0]!)
      first = session.state.learner
      session.close()
    })
    sit((session) => {
      expect(session.state.given).toEqual(data.questions.map(() => null))
      expect(session.state.learner).toBe(first)
    })
  })
})
