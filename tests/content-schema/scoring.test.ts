import { describe, expect, it } from 'vitest'
import { interactionPatterns } from '#content-schema/scoring/interaction-patterns.ts'
import { interactionRecords } from '#content-schema/scoring/interaction-record.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Mark, Question } from '#content-schema/scoring/question.ts'
import { plainNumber, readNumber } from '#content-schema/scoring/read-number.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { scoreOf } from '#content-schema/scoring/score-of.ts'
import {
  doc,
  multipleChoice,
  numeric,
  paragraph,
  right,
  singleChoice,
  trueFalse,
  withId,
  wrong,
} from '#tests/builders/document.ts'

const a = { id: 'choice000a', correct: true }
const b = { id: 'choice000b', correct: false }
const c = { id: 'choice000c', correct: true }
const d = { id: 'choice000d', correct: false }

const shared = { id: 'question01', points: 3, tries: 2 }
const single: Question = {
  ...shared,
  kind: 'choice',
  key: { choices: [b, a], multiple: false, partialCredit: false },
}
const severalKey = { choices: [a, b, c, d], multiple: true, partialCredit: true }
const several: Question = { ...shared, kind: 'choice', key: severalKey }
const allOrNothing: Question = {
  ...shared,
  kind: 'choice',
  key: { ...severalKey, partialCredit: false },
}
const statement: Question = { ...shared, kind: 'trueFalse', key: { answer: false } }
const height: Question = { ...shared, kind: 'numeric', key: { value: 3.5, tolerance: 0.1 } }

const choose = (...choices: { id: string }[]): Answer => choices.map(({ id }) => id)
const say = (value: boolean): Answer => [String(value)]
const type = (text: string): Answer => [text]

describe('marking', () => {
  it.each<[string, Question, Answer, number]>([
    ['the right choice earns all', single, choose(a), 1],
    ['the wrong choice earns nothing', single, choose(b), 0],
    ['no choice earns nothing', single, choose(), 0],
    ['all right choices earn all', several, choose(a, c), 1],
    ['half of them earn half', several, choose(a), 0.5],
    ['a wrong choice takes a share back', several, choose(a, c, b), 0.5],
    ['never below zero', several, choose(b, d), 0],
    ['choosing everything earns nothing', several, choose(a, b, c, d), 0],
    ['half earns nothing without partial credit', allOrNothing, choose(a), 0],
    ['a choice of another question counts as wrong', several, choose(a, c, { id: 'x' }), 0.5],
    ['a statement judged rightly earns all', statement, say(false), 1],
    ['a statement judged wrongly earns nothing', statement, say(true), 0],
    ['a decimal comma is read', height, type('3,5'), 1],
    ['a decimal point is read', height, type('3.5'), 1],
    [
      'the edge of the tolerance is inside, whatever binary fractions say',
      height,
      type('3.6'),
      1,
    ],
    ['the other edge as well', height, type('3,4'), 1],
    ['beyond the tolerance is wrong', height, type('3,61'), 0],
    ['what is no number is wrong, not an error', height, type('environ trois'), 0],
    ['an answer of another kind is wrong, not an error', height, choose(a), 0],
  ])('%s', (_, question, answer, share) => {
    expect(markAnswer(question, answer)).toEqual({
      share,
      points: share * 3,
      success: share === 1,
    })
  })

  it('gives points in hundredths', () => {
    const thirds: Question = {
      ...shared,
      points: 1,
      kind: 'choice',
      key: { ...severalKey, choices: [a, c, { id: 'choice000e', correct: true }] },
    }
    expect(markAnswer(thirds, choose(a)).points).toBe(0.33)
  })
})

describe('reading a number', () => {
  it.each([
    ['3,5', 3.5],
    ['1 250', 1250],
    ['1\u202f250,75', 1250.75],
    ['−4', -4],
    ['.5', 0.5],
    ['5.', 5],
    ['+2', 2],
    ['', null],
    ['1.234,5', null],
    ['1e3', null],
    ['Infinity', null],
    ['0x10', null],
    ['3 m', null],
  ])('%j is %s', (typed, value) => {
    expect(readNumber(typed)).toBe(value)
  })

  it('is written with a point, without an exponent and with at most seven decimals', () => {
    expect(plainNumber(1e-9)).toBe('0')
    expect(plainNumber(-1e-9)).toBe('0')
    expect(plainNumber(0.1 + 0.2)).toBe('0.3')
    expect(plainNumber(1250.75)).toBe('1250.75')
  })
})

describe('reading a question from a document', () => {
  const read = (node: Parameters<typeof doc>[0]) =>
    readQuestion(doc(node).firstChild!.lastChild!)

  it('keeps what marking needs', () => {
    const node = singleChoice(
      { points: 2 },
      'Que faire ?',
      withId('choice000a', right('Alerter')),
      withId('choice000b', wrong('Courir')),
    )
    expect(read(node)).toEqual({
      id: 'single0001',
      kind: 'choice',
      points: 2,
      tries: 2,
      key: { choices: [a, b], multiple: false, partialCredit: false },
    })
  })

  it.each([
    ['a single choice without a right one', singleChoice({}, '?', wrong('a'), wrong('b'))],
    ['a single choice with two right ones', singleChoice({}, '?', right('a'), right('b'))],
    ['a multiple choice without a right one', multipleChoice({}, '?', wrong('a'), wrong('b'))],
    ['a number that was not given', numeric({}, '?')],
    ['a paragraph', paragraph('?')],
  ])('gives nothing for %s', (_, node) => {
    expect(read(node)).toBeNull()
  })

  it('takes a missing tolerance for none at all', () => {
    expect(read(numeric({ value: 4 }, '?'))).toMatchObject({ key: { value: 4, tolerance: 0 } })
    expect(read(trueFalse({ answer: false }, '?'))).toMatchObject({ key: { answer: false } })
  })
})

describe('the score of a module', () => {
  const two: Question[] = [single, { ...statement, id: 'question02', points: 1 }]
  const mark = (points: number): Mark => ({ points, share: points / 3, success: points === 3 })

  it('does not exist while no question was touched', () => {
    expect(scoreOf(two, new Map())).toBeNull()
    expect(scoreOf([], new Map())).toBeNull()
  })

  it('counts a question never touched as nothing earned', () => {
    expect(scoreOf(two, new Map([['question01', mark(3)]]))).toEqual({
      raw: 3,
      min: 0,
      max: 4,
      scaled: 0.75,
    })
  })

  it('is zero, not absent, when everything was wrong', () => {
    expect(scoreOf(two, new Map([['question01', mark(0)]]))?.scaled).toBe(0)
  })
})

describe('the record of an answer', () => {
  const record = (question: Question, answer: Answer, standard: 'scorm-12' | 'scorm-2004') =>
    interactionRecords(question, answer, standard)[0]!
  const patterns = (question: Question, standard: 'scorm-12' | 'scorm-2004') =>
    interactionPatterns(question, standard)[question.id]

  it('names choices by letters of their authored order in SCORM 1.2', () => {
    expect(record(several, choose(d, a), 'scorm-12')).toEqual({
      id: 'question01',
      type: 'choice',
      response: 'a,d',
      success: false,
    })
    expect(patterns(several, 'scorm-12')).toEqual(['a,c'])
  })

  it('names choices by their ids in SCORM 2004', () => {
    expect(record(several, choose(c, a), 'scorm-2004')).toEqual({
      id: 'question01',
      type: 'choice',
      response: 'choice000a[,]choice000c',
      success: true,
    })
    expect(patterns(several, 'scorm-2004')).toEqual(['choice000a[,]choice000c'])
  })

  it('says true and false as each standard does', () => {
    expect(record(statement, say(true), 'scorm-12').response).toBe('t')
    expect(record(statement, say(true), 'scorm-2004').response).toBe('true')
  })

  it('writes numbers with a point, and their tolerance as a range where there is one', () => {
    expect(record(height, type('3,55'), 'scorm-12').response).toBe('3.55')
    expect(patterns(height, 'scorm-12')).toEqual(['3.5'])
    expect(patterns(height, 'scorm-2004')).toEqual(['3.4[:]3.6'])
  })
})
