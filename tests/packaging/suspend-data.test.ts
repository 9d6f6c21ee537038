import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Question } from '#content-schema/scoring/question.ts'
import { suspendDataBudget, suspendDataCosts, suspendDataFindings } from '#packaging/index.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import { type LearnerState, newState, registrationOf } from '#packaging/player/state.ts'
import {
  readLearner,
  readSuspendData,
  writeSuspendData,
} from '#packaging/player/suspend-data.ts'
import { doc, numeric, prompt, section } from '#tests/builders/document.ts'
import { dataOf } from '#tests/builders/sitting.ts'

const data = dataOf()

/** Any answer a learner could give to a question, in the order the choices were authored. */
function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  if (question.kind === 'trueFalse') return fc.boolean().map((value) => [String(value)])
  if (question.kind === 'numeric') return fc.integer().map((value) => [String(value)])
  if (question.kind !== 'choice') throw new RangeError(question.kind)
  const ids = question.key.choices.map(({ id }) => id)
  if (!question.key.multiple) return fc.constantFrom(...ids).map((id) => [id])
  return fc.subarray(ids)
}

const anyState: fc.Arbitrary<LearnerState> = fc.record({
  learner: fc.stringMatching(/^[0-9a-f]{32}$/),
  attempt: fc.integer({ min: 1, max: 40 }),
  section: fc.integer({ min: 0, max: data.sections.length - 1 }),
  seen: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  given: fc.tuple(
    ...data.questions.map(({ question }) =>
      fc.option(
        fc.record({ tries: fc.integer({ min: 1, max: 10 }), answer: anyAnswer(question) }),
      ),
    ),
  ),
  done: fc.constant(data.required.map(() => true)),
  attempts: fc.constant([]),
  seconds: fc.nat(1_000_000),
  standing: fc.constantFrom('none', 'completed', 'passed', 'failed'),
})

describe('the state kept by an LMS', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readSuspendData(data, writeSuspendData(data, state))).toEqual(state)
      }),
    )
  })

  it('comes back as nothing, never as something else, when an LMS cut it', () => {
    fc.assert(
      fc.property(anyState, fc.nat(40), (state, cut) => {
        const text = writeSuspendData(data, state)
        const [, , , , , , , , answers = ''] = text.split(';')
        const kept = text.slice(0, text.length - answers.length - 1 - cut)
        expect(readSuspendData(data, kept)).toBeNull()
      }),
    )
  })

  it('is not taken over by another revision, which only keeps the pseudonym', () => {
    const text = writeSuspendData(data, newState(data))
    const other: PlayerData = { ...data, digest: 'b'.repeat(64) }
    expect(readSuspendData(other, text)).toBeNull()
    expect(readLearner(text)).toBe(newStateLearner(text))
  })

  it.each(['', 'x', '2;;;;;;;;', '{"old":true}', ';'.repeat(8), '2;9f1c2b7a;zz;1;0;0;0;0;,,,'])(
    'is not read from %j',
    (text) => expect(readSuspendData(data, text)).toBeNull(),
  )

  it('stays under 3,500 characters for the largest module we accept', () => {
    const questions = Array.from({ length: 120 }, () => numeric({ value: 1 }, '?'))
    const largest = doc(
      ...Array.from({ length: 12 }, (_, index) =>
        section(`Page ${index}`, ...questions.slice(index * 10, index * 10 + 10)),
      ),
    )
    const { characters, fits } = suspendDataBudget(largest)
    expect(characters).toBeLessThan(3500)
    expect(fits).toBe(true)
    expect(suspendDataFindings(largest)).toMatchObject([
      { code: 'state.nearly-full', severity: 'warns', params: { characters } },
    ])
  })

  it('is refused before an LMS would cut it, the dearest questions being named', () => {
    const short = Array.from({ length: 140 }, () => numeric({ value: 1 }, '?'))
    const typed = {
      type: 'shortAnswer',
      attrs: { accepted: ['eau'] },
      content: [prompt('Quel agent ?'), { type: 'feedback' }, { type: 'feedback' }],
    }
    const document = doc(...short, typed)
    expect(suspendDataFindings(document)).toMatchObject([
      { code: 'state.too-large', severity: 'blocks' },
    ])
    const costs = suspendDataCosts(document)
    expect(costs).toHaveLength(141)
    expect(costs[0]).toEqual({ nodeId: 'shorta0001', characters: 82 })
    expect(costs[1]!.characters).toBeLessThan(costs[0]!.characters)
  })
})

describe('the registration of an attempt', () => {
  it('is a UUID, the same for the same attempt and another for the next', () => {
    const state = newState(data)
    const first = registrationOf(state)
    expect(first).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(registrationOf({ ...state })).toBe(first)
    expect(registrationOf({ ...state, attempt: 2 })).not.toBe(first)
  })
})

function newStateLearner(text: string): string | undefined {
  return text.split(';')[2]
}
