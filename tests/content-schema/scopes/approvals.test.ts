import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf } from '#app/services/modules/digest.server.ts'
import { approvalOf, type Standing } from '#app/services/review/approval.ts'
import type { ReviewView } from '#app/services/review/read-review.server.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { scopeOf } from '#content-schema/scopes/scope.ts'
import {
  about,
  firstState,
  moduleOf,
  type State,
  type Variable,
  values,
  variables,
} from './content-states.ts'

type Step =
  | { do: 'edit'; name: Variable; value: number }
  | { do: 'approve' | 'ask-changes'; aspect: Aspect; expert: string }
  | { do: 'publish' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      name: fc.constantFrom(...variables),
      value: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'approve' as const, 'ask-changes' as const),
      aspect: fc.constantFrom(...aspects),
      expert: fc.constantFrom('Idriss', 'Mona'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'publish' as const }) },
)

/** A review as it was given, with what the expert had in front of them. */
type Given = ReviewView & { seen: State }

it('over 10,000 random lives of a module, no approval counts on content it did not see', () => {
  const figures = { lives: 0, publications: 0, counted: 0, outdated: 0, 'counted wrongly': 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => {
      figures.lives += 1
      let state = firstState
      const given: Given[] = []
      for (const [at, each] of steps.entries()) {
        if (each.do === 'edit') state = edited(state, each)
        else if (each.do !== 'publish') given.push(review(state, each, at))
        else {
          figures.publications += 1
          for (const aspect of aspects) judge(state, given, aspect, figures)
        }
      }
    }),
    { numRuns: 10_000, seed: 20_260_310 },
  )
  console.log(
    Object.entries(figures)
      .map(([name, number]) => `${name}: ${number}`)
      .join(' · '),
  )
  expect(figures['counted wrongly']).toBe(0)
  expect(figures.counted).toBeGreaterThan(1000)
  expect(figures.outdated).toBeGreaterThan(1000)
}, 120_000)

function judge(state: State, given: Given[], aspect: Aspect, figures: Record<string, number>) {
  const { state: standing, verdict } = approvalOf(given, aspect, standingOf(state))
  const seen = (review: Given) =>
    about[aspect].every((name) => review.seen[name] === state[name])
  if (standing === 'approved') {
    const counting = given.find(({ id }) => id === verdict?.reviewId)
    figures[counting && seen(counting) ? 'counted' : 'counted wrongly']! += 1
  }
  if (standing !== 'outdated') return
  // And none is lost: what was approved is asked again only where the aspect saw a change.
  const before = given.find(({ id }) => id === verdict?.reviewId)
  figures[before && seen(before) ? 'counted wrongly' : 'outdated']! += 1
}

function edited(state: State, { name, value }: Extract<Step, { do: 'edit' }>): State {
  const choices = values[name]
  return { ...state, [name]: choices[value % choices.length] }
}

function review(state: State, given: Extract<Step, { aspect: Aspect }>, at: number): Given {
  const { aspect, expert } = given
  const { digest, scopeDigest } = standingOf(state)
  const value = given.do === 'approve' ? 'approved' : 'changes-asked'
  return {
    ...{ id: `${at}`, moduleId: 'm', expertId: expert, expert, requestedAt: at, dueOn: null },
    ...{ guest: null, roundId: `${at}`, round: at, state: 'given', endedAs: null },
    ...{ endedReason: '', openedAt: null },
    ...{ message: '', revisionNumber: at, digest, aspects: [aspect], remarks: [], seen: state },
    verdicts: [
      {
        ...{ aspect, value, digest, scopeDigest: scopeDigest(aspect) },
        ...{ note: '', givenAt: at, checks: [] },
      },
    ],
    verdict: { value, givenAt: at },
  }
}

function standingOf(state: State): Standing {
  const module = moduleOf(state)
  return {
    digest: hashOf(module),
    scopeDigest: (aspect) => hashOf(scopeOf(aspect, module)),
  }
}
