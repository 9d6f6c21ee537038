import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interactionPatterns } from '#content-schema/scoring/interaction-patterns.ts'
import { interactionRecords } from '#content-schema/scoring/interaction-record.ts'
import { keyFactsOf } from '#content-schema/scoring/key-facts.ts'
import type { InteractionStandard } from '#content-schema/scoring/kind.ts'
import { isScored, kindOf, markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Question } from '#content-schema/scoring/question.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import { kindNames, kindSamples } from '#tests/builders/question-kinds.ts'

const standards: InteractionStandard[] = ['scorm-12', 'scorm-2004', 'xapi']

/** What any page, any LMS or any pocket could hand in: words, noise, other questions' ids, nothing. */
const garbage: Answer[] = [
  [],
  [''],
  ['', '', ''],
  ['zzzzzzzzzz'],
  ['-1', 'NaN', 'true'],
  ['9'.repeat(400)],
  ['<b>&amp;</b>', '\u0000', '🔥'],
  Array.from({ length: 60 }, () => 'decision02'),
]

const anyAnswer = fc.array(
  fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 })),
  { maxLength: 40 },
)

/** Any answer of the question's own words, in any order and number, or of words that are typed. */
function answersTo(name: (typeof kindNames)[number]) {
  const { right, wrong, partial, typed } = kindSamples[name]
  const own = [...right, ...wrong, ...(partial?.answer ?? []), '']
  const word = typed
    ? fc.oneof(fc.constantFrom(...own), fc.string({ maxLength: 90 }))
    : fc.constantFrom(...own)
  return fc.oneof(fc.array(word, { maxLength: 8 }), anyAnswer)
}

describe.each(kindNames)('a question of the kind %s', (name) => {
  const sample = kindSamples[name]
  const { question } = sample
  const kind = kindOf(question)
  const scored = isScored(question)

  it('gives all for what is right, a part for what is partly so, nothing for what is wrong', () => {
    const opinion = { share: 1, points: 0, success: null }
    if (!scored) {
      for (const answer of [sample.right, sample.wrong]) {
        expect(markAnswer(question, answer)).toEqual(opinion)
      }
      return
    }
    expect(markAnswer(question, sample.right)).toEqual({ share: 1, points: 4, success: true })
    expect(markAnswer(question, sample.wrong)).toEqual({ share: 0, points: 0, success: false })
    if (!sample.partial) return
    const { share, success } = markAnswer(question, sample.partial.answer)
    expect(share).toBeCloseTo(sample.partial.share, 10)
    expect(success).toBe(false)
  })

  it('gives a part only where somebody can be partly right', () => {
    const none = ['trueFalse', 'numeric', 'fillIn', 'likert', 'open']
    expect(sample.partial === undefined).toBe(none.includes(name))
  })

  it.each(garbage.map((answer) => [JSON.stringify(answer).slice(0, 40), answer] as const))(
    'is never right by chance, and never fails, with %s',
    (_, answer) => {
      const mark = markAnswer(question, answer)
      expect(mark.success).not.toBe(true)
      expect(mark.points).toBe(0)
      const back = kind.unpack(question.key, kind.pack(question.key, answer))
      expect(markAnswer(question, back)).toEqual(mark)
      for (const standard of standards) interactionRecords(question, answer, standard)
    },
  )

  it('marks any answer from 0 to 1, and success is exactly 1', () => {
    fc.assert(
      fc.property(answersTo(name), (answer) => {
        const { share, points, success } = markAnswer(question, answer)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(question.points)
        if (scored) expect(success).toBe(share === 1)
      }),
    )
  })

  it('is packed within its budget, in characters that part nothing from anything', () => {
    fc.assert(
      fc.property(answersTo(name), (answer) => {
        const packed = kind.pack(question.key, answer)
        expect(packed).toMatch(/^[\x21-\x7e]*$/)
        expect(packed).not.toMatch(/[,;]/)
        expect(packed.length).toBeLessThanOrEqual(keyFactsOf(question).budget(question.key))
      }),
    )
  })

  it('comes out of its short form as it went in, with the same mark', () => {
    for (const answer of [sample.right, sample.wrong, sample.partial?.answer ?? []]) {
      const back = kind.unpack(question.key, kind.pack(question.key, answer))
      expect(markAnswer(question, back)).toEqual(markAnswer(question, answer))
    }
    fc.assert(
      fc.property(answersTo(name), (answer) => {
        const once = kind.unpack(question.key, kind.pack(question.key, answer))
        const twice = kind.unpack(question.key, kind.pack(question.key, once))
        expect(twice).toEqual(once)
        expect(markAnswer(question, once).points).toBeLessThanOrEqual(question.points)
      }),
    )
  })

  it('can be read from a state that somebody tampered with', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { share } = markAnswer(question, kind.unpack(question.key, text))
        expect(share >= 0 && share <= 1).toBe(true)
      }),
    )
  })

  it.each(standards)('is told in %s within what every LMS takes', (standard) => {
    const patterns = interactionPatterns(question, standard)
    for (const answer of [sample.right, sample.wrong, sample.partial?.answer ?? sample.right]) {
      const records = interactionRecords(question, answer, standard)
      expect(records.length).toBeGreaterThan(0)
      for (const record of records) {
        expect(record.id).toMatch(/^[0-9a-z]{10}$/)
        expectSafe(record.type, record.response, standard)
        for (const pattern of patterns[record.id] ?? []) {
          expectSafe(record.type, pattern, standard, true)
        }
        if (scored) expect(patterns[record.id]?.length).toBeGreaterThan(0)
        else expect(record.success).toBeNull()
      }
    }
    if (!scored) expect(patterns).toEqual({})
  })

  it('never tells an LMS what it would refuse, whatever was handed in', () => {
    fc.assert(
      fc.property(answersTo(name), fc.constantFrom(...standards), (answer, standard) => {
        for (const { type, response } of interactionRecords(question, answer, standard)) {
          expectSafe(type, response, standard)
        }
      }),
    )
  })

  it('tells parts apart: no two records of one answer bear the same id', () => {
    for (const standard of standards) {
      const ids = interactionRecords(question, sample.right, standard).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('is the same question after it was worth more, and after its parts were put in another order', () => {
    const before = keyDigest(question)
    expect(keyDigest({ ...question, points: 7, tries: 3 } as Question)).toBe(before)
    expect(keyDigest(reordered(question))).toBe(before)
  })
})

/** @see SCORM 1.2 RTE §3.4.4 CMIFeedback, SCORM 2004 4th edition RTE §4.1.1.6, §4.2.9 */
function expectSafe(
  type: string,
  text: string,
  standard: InteractionStandard,
  pattern = false,
): void {
  const is12 = standard === 'scorm-12'
  const forms: Record<string, [RegExp, RegExp]> = {
    'true-false': [/^[tf]?$/, /^(true|false)?$/],
    choice: [/^([0-9a-z](,[0-9a-z])*)?$/, /^([0-9a-z]{10}(\[,\][0-9a-z]{10})*)?$/],
    'fill-in': [/^.{0,255}$/s, /^.{0,250}(\[,\].{0,250})*$/s],
    'long-fill-in': [/^.{0,255}$/s, /^.{0,4000}$/s],
    numeric: [/^(-?\d+(\.\d{1,7})?)?$/, /^(-?\d+(\.\d{1,7})?(\[:\]-?\d+(\.\d{1,7})?)?)?$/],
    likert: [/^[0-9a-z]?$/, /^[0-9a-z]?$/],
    matching: [
      /^([0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*)?$/,
      /^([0-9a-z]{10}\[\.\][0-9a-z]{10}(\[,\]|$))*$/,
    ],
    sequencing: [/^([0-9a-z](,[0-9a-z])*)?$/, /^([0-9a-z]{10}(\[,\][0-9a-z]{10})*)?$/],
  }
  const form = forms[type]
  expect(form, type).toBeDefined()
  if (is12) expect(type).not.toBe('long-fill-in')
  expect(text, `${type}${pattern ? ' pattern' : ''}`).toMatch(form![is12 ? 0 : 1])
}

/** The same parts written in another order, where their order says nothing. */
function reordered(question: Question): Question {
  const turned = <Item>(items: Item[]) => [...items].reverse()
  switch (question.kind) {
    case 'choice':
      return { ...question, key: { ...question.key, choices: turned(question.key.choices) } }
    case 'matching':
      return {
        ...question,
        key: {
          ...question.key,
          sources: turned(question.key.sources),
          targets: turned(question.key.targets),
        },
      }
    case 'fillIn':
      return { ...question, key: { ...question.key, accepted: turned(question.key.accepted) } }
    case 'likert':
      return {
        ...question,
        key: { ...question.key, statements: turned(question.key.statements) },
      }
    default:
      return question
  }
}
