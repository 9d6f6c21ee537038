import { describe, expect, it } from 'vitest'
import { completenessFindings } from '#content-schema/completeness.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { renderModule, suspendDataBudget } from '#packaging/index.ts'
import {
  doc,
  multipleChoice,
  paragraph,
  right,
  section,
  trueFalse,
  withId,
  wrong,
} from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { dataOf } from '#tests/builders/sitting.ts'
import { part } from '#tests/catalogue/sample.ts'

const asked = (text: string, points = 1) => trueFalse({ answer: true, points }, text)

function evaluation(attrs: Record<string, unknown>, ...inside: NodeJson[]): NodeJson {
  return {
    ...withId('evaluation', part('evaluation', part('evaluationTitle'), ...inside)),
    attrs: { id: 'evaluation', ...attrs },
  }
}

const two = [asked('Un ?'), asked('Deux ?')]
const page = (node: NodeJson) => doc(section('Bilan', node))

function shown(
  node: NodeJson,
  medium: Parameters<typeof renderModule>[1] | object = {},
): string {
  return renderModule(page(node), {
    language: 'fr',
    contentLanguage: 'fr',
    asset: () => null,
    ...medium,
  })
}

describe('what is wrong with an evaluation', () => {
  const codes = (node: NodeJson) => completenessFindings(page(node)).map(({ code }) => code)

  it.each([
    ['a finished one', {}, two, []],
    ['one that asks nothing', {}, [paragraph('À lire.')], ['evaluation.without-question']],
    ['one that draws more than it has', { draw: 3 }, two, ['evaluation.draw-above-questions']],
    ['one that anybody passes', { threshold: 0 }, two, ['evaluation.threshold-zero']],
    [
      'one whose total changes with the draw',
      { draw: 1 },
      [asked('Un ?'), asked('Deux ?', 3)],
      ['evaluation.points-vary'],
    ],
    [
      'one that asks all, whatever it is worth',
      { draw: 2 },
      [asked('Un ?'), asked('Deux ?', 3)],
      [],
    ],
    [
      'a very long one',
      {},
      Array.from({ length: 61 }, (_, index) => asked(`Question ${index} ?`)),
      ['evaluation.too-many-questions'],
    ],
  ])('%s', (_, attrs, inside, expected) => {
    expect(codes(evaluation(attrs, ...inside))).toEqual(expected)
  })

  it('what is wrong with a question in it is found there too', () => {
    const unanswerable = multipleChoice({}, 'Lesquels ?', wrong('a'), wrong('b'))
    expect(codes(evaluation({}, unanswerable))).toContain(
      'completeness.question-without-right-choice',
    )
  })
})

describe('an evaluation on paper', () => {
  it('shows all its questions, and says that some will be drawn', () => {
    const html = shown(evaluation({ draw: 1, attempts: 0 }, ...two), { paper: true })
    expect(html).toContain('1 question tirée au sort parmi 2')
    expect(html).toContain('autant de tentatives')
    expect(html).toContain('Un ?')
    expect(html).toContain('Deux ?')
    expect(html).not.toContain('<button')
    expect(html).not.toContain('evaluation-begin')
  })

  it('is called by its kind while it has no title', () => {
    expect(shown(evaluation({}, ...two))).toMatch(/<h3[^>]*><span>Évaluation<\/span><\/h3>/)
  })
})

describe('what the player is told of an evaluation', () => {
  const toldOf = (node: NodeJson) => dataOf(packageSource(page(node)))

  it('is its rules, its questions and that it has to be handed in', () => {
    const { assessments, required, questions } = toldOf(evaluation({ draw: 1 }, ...two))
    expect(assessments).toEqual([
      {
        id: 'evaluation',
        title: 'Évaluation',
        sectionIndex: 0,
        required: true,
        questions: questions.map(({ question }) => question.id),
        draw: 1,
        shuffle: false,
        threshold: 70,
        attempts: 2,
        correction: 'end',
      },
    ])
    expect(required).toEqual([{ id: 'evaluation', sectionIndex: 0 }])
  })

  it('keeps nobody from the end of the module while it can ask nothing', () => {
    const { assessments, required } = toldOf(evaluation({}, paragraph('À lire.')))
    expect(assessments).toEqual([])
    expect(required).toEqual([])
  })

  it('leaves room enough in the memory of an LMS for the longest one', () => {
    const choices = ['a', 'b', 'c', 'd'].map((text) => right(text))
    const sixty = Array.from({ length: 60 }, () => multipleChoice({}, '?', ...choices))
    expect(suspendDataBudget(page(evaluation({}, ...sixty))).fits).toBe(true)
  })
})
