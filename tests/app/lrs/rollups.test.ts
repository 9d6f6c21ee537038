import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStatements } from '#app/db/client.server.ts'
import { Refusal } from '#app/lrs/http/refusal.ts'
import { withId } from '#app/lrs/statements/complete-statement.ts'
import { openStatementStore } from '#app/lrs/statements/statement-store.server.ts'
import type { XapiStatement } from '#app/lrs/statements/xapi-statement.ts'
import { iriBase } from './endpoint.ts'
import { type Learner, learner, voiding } from './learner.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

const credential = {
  key: 'key',
  organisationId: 'one',
  scope: 'all',
  moduleId: null,
  participantId: null,
} as const

/** A choice among what a learner may do next; the numbers pick section, answer, time. */
type Step = { what: string; where: number; seconds: number; mark: number; tryNumber: number }

const step = fc.record({
  what: fc.constantFrom(
    ...['reads', 'reads', 'answers', 'answers', 'completes', 'passes', 'fails'],
    ...['rates', 'rates', 'remarks'],
  ),
  where: fc.integer({ min: 1, max: 4 }),
  seconds: fc.integer({ min: 0, max: 4000 }),
  mark: fc.constantFrom(0, 0.25, 1 / 3, 0.5, 1),
  tryNumber: fc.integer({ min: 1, max: 3 }),
})

const scene = fc.record({
  attempts: fc.array(
    fc.record({
      who: fc.integer({ min: 1, max: 5 }),
      minor: fc.integer({ min: 0, max: 2 }),
      steps: fc.array(step, { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  seed: fc.integer(),
})

describe('rollups', () => {
  it('equal a recomputation whatever the order, duplicates and voids', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ attempts, seed }) => {
        const told = attempts.flatMap(({ who, minor, steps }) => play(who, minor, steps))
        const random = mulberry(seed)
        const voids = told.filter(() => random() < 0.15).map(({ id }) => voiding(id!))
        const all = [...told, ...voids] as XapiStatement[]
        const inOrder = await rollupsOf(all, 1)
        const shuffled = await rollupsOf(shuffle([...all, ...all.slice(0, 5)], random), 7)
        expect(inOrder.kept).toEqual(inOrder.recomputed)
        expect(shuffled.kept).toEqual(shuffled.recomputed)
        expect(shuffled.kept).toEqual(inOrder.kept)
      }),
      { numRuns: 200 },
    )
  })

  it('lose every row when all statements are voided', async () => {
    const each = { where: 1, seconds: 3, mark: 1, tryNumber: 1 }
    const told = play(1, 0, [
      { what: 'answers', ...each },
      { what: 'rates', ...each },
      { what: 'remarks', ...each },
    ])
    const { kept } = await rollupsOf(
      [...told, ...told.map(({ id }) => voiding(id!))] as never,
      3,
    )
    expect(Object.values(kept).flat()).toEqual([[0]])
  })

  it('leave out statements of other profiles, which are stored all the same', async () => {
    const foreign = {
      actor: { mbox: 'mailto:lea@example.org' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { id: 'https://elsewhere.example/course' },
    }
    const { kept, stored } = await rollupsOf([foreign], 1)
    expect(stored).toBe(1)
    expect(Object.values(kept).flat()).toEqual([[0]])
  })
})

/** From two packages: an attempt that goes on in another one is one that both saw. */
function play(who: number, minor: number, steps: Step[]): XapiStatement[] {
  const edition = { major: 1, minor }
  const someone = learner({ name: `learner-${who}`, edition })
  const later = { ...someone.attempt, packageId: 'package002', daysLater: 2 }
  return [...says(someone, steps.slice(0, 6)), ...says(learner(later), steps.slice(6))]
}

function says(someone: Learner, steps: Step[]): XapiStatement[] {
  return [someone.starts(), ...steps.map((each) => act(someone, each))] as XapiStatement[]
}

function act(someone: Learner, { what, where, seconds, mark, tryNumber }: Step) {
  if (what === 'reads') return someone.reads(`section00${where}`, seconds)
  if (what === 'answers')
    return someone.answers(`question0${where}`, 'abcd'[where - 1]!, mark, tryNumber)
  const part = { kind: 'element', sectionId: 'section001', id: `element00${where}` } as const
  if (what === 'rates') return someone.rates(part, 1 + (seconds % 5))
  if (what === 'remarks') return someone.remarks(part, `Après ${seconds} s, rien n’est clair.`)
  if (what === 'completes') return someone.completes()
  return what === 'passes' ? someone.passes() : someone.fails()
}

/**
 * Stores them in batches of `size`, all sent at once; then counts again from what is stored.
 */
async function rollupsOf(told: XapiStatement[], size: number) {
  const statements = openStatements(':memory:')
  const store = openStatementStore(statements, { iriBase, now: () => new Date() })
  const batches: XapiStatement[][] = []
  for (let at = 0; at < told.length; at += size) batches.push(told.slice(at, at + size))
  await Promise.all(
    batches.map((batch) =>
      store.append({
        credential,
        statements: distinct(batch).map((each) => withId(each, '1.0.3')),
      }),
    ),
  )
  const kept = dumpRollups(statements)
  const recomputed = recomputedRollups(statements)
  const stored = statements.$client.prepare('select count(*) from statements').pluck().get()
  statements.$client.close()
  return { kept, recomputed, stored }
}

function distinct(batch: XapiStatement[]): XapiStatement[] {
  return batch.filter(({ id }, at) => batch.findIndex((each) => each.id === id) === at)
}

function shuffle<Item>(items: Item[], random: () => number): Item[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[items[at], items[other]] = [items[other]!, items[at]!]
  }
  return items
}

/** Numbers that repeat from a seed. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

it('a conflict refuses its batch only, though others share its commit', async () => {
  const statements = openStatements(':memory:')
  const store = openStatementStore(statements, { iriBase, now: () => new Date() })
  const [first, second, third] = play(
    1,
    0,
    Array(2).fill({ what: 'reads', where: 1, seconds: 5 } as Step),
  ).map((each) => withId(each, '1.0.3'))
  const changed = { ...first!, verb: { id: 'https://example.org/other' } }
  const outcomes = await Promise.allSettled([
    store.append({ credential, statements: [first!] }),
    store.append({ credential, statements: [third!, changed] }),
    store.append({ credential, statements: [second!] }),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(Refusal)
  expect(statements.$client.prepare('select count(*) from statements').pluck().get()).toBe(2)
  expect(dumpRollups(statements)).toEqual(recomputedRollups(statements))
})
