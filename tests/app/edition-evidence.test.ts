import { beforeEach, expect, it } from 'vitest'
import { readEditionEvidence } from '#app/services/evidence/edition-evidence.server.ts'
import { askWaiver, decideWaiver } from '#app/services/publication/waivers.server.ts'
import {
  approve,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { publishedModule } from '#tests/builders/path.ts'
import { held } from '#tests/builders/trial.ts'

const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let place: Workplace
const evidenceOf = (edition: string) =>
  readEditionEvidence(place.bank, { ...keyOf(place), edition })

beforeEach(() => {
  place = publishedModule(workplace(), 'porter')
})

it('an edition says who approved what it holds, and what happened before it went out', () => {
  const { people } = place
  expect(evidenceOf('1.0')).toMatchObject({
    ...{ edition: '1.0', revision: 1, publishedBy: people.publisher.name, asked: [] },
    approvals: [{ aspect: 'content', person: people.expert.name, revision: 1 }],
  })
  const actions = evidenceOf('1.0').history.events.map(({ action }) => action)
  expect(actions).toContain('review.verdict')
  expect(actions.at(-1)).toMatch(/publi/)
})

it('what came after it went out is not told', () => {
  held(place)
  save(place, { document: lesson('Tout autre chose.') }, later(1))
  approve(place, later(1))
  publish(place, later(2))
  const { history, approvals } = evidenceOf('1.0')
  expect(history.reviews).toHaveLength(1)
  expect(approvals).toHaveLength(1)
  expect(Math.max(...history.events.map(({ at }) => at))).toBeLessThanOrEqual(now.getTime())
  expect(evidenceOf('1.1').history.reviews).toHaveLength(2)
})

it('an approval of an earlier text does not count as one of what the edition holds', () => {
  save(place, { document: lesson('Tout autre chose.') }, later(1))
  approve(place, later(1))
  publish(place, later(2))
  expect(evidenceOf('1.1').approvals).toMatchObject([{ aspect: 'content', revision: 2 }])
})

it('each exemption that was asked for is there with its answer', () => {
  const { bank, people } = place
  save(place, { document: lesson('Tout autre chose.') }, later(1))
  const asking = { ...keyOf(place), gate: 'approval', endsOn: '2099-12-31' } as const
  for (const [decision, answer] of [
    ['refused', 'À relire'],
    ['granted', 'Relu'],
  ] as const) {
    const waiverId = askWaiver(bank, {
      ...{ ...asking, reason: 'La session commence', personId: people.designer.id },
      now: later(1),
    })
    decideWaiver(bank, {
      ...{ ...keyOf(place), waiverId, decision, answer },
      ...{ personId: people.quality.id, now: later(1) },
    })
  }
  publish(place, later(2))
  expect(evidenceOf('1.1').asked).toMatchObject([
    { gate: 'approval', granted: false, answer: 'À relire', decidedBy: people.quality.name },
    { gate: 'approval', granted: true, answer: 'Relu', askedBy: people.designer.name },
  ])
  expect(evidenceOf('1.1').kept).toHaveLength(1)
})

it('an edition that is not there is refused, and so is another organisation', () => {
  expect(() => evidenceOf('9.9')).toThrow(expect.objectContaining({ status: 404 }))
  expect(() =>
    readEditionEvidence(place.bank, {
      ...{ moduleId: place.moduleId, organisationId: 'elsewhere', edition: '1.0' },
    }),
  ).toThrow(expect.objectContaining({ code: 'module.not-found' }))
})
