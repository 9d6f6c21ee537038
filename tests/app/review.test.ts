import { beforeEach, expect, it } from 'vitest'
import type { RemarkKind } from '#app/db/schema/bank/index.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { listReviews, readableBy, readReview } from '#app/services/review/read-review.server.ts'
import { remarkPlaces } from '#app/services/review/remark-places.server.ts'
import { addRemark, resolveRemark } from '#app/services/review/remarks.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import {
  addTeam,
  answer,
  ask,
  draftOf,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'

let place: Workplace
let request: Parameters<typeof requestReview>[1]

beforeEach(() => {
  place = workplace()
  const { designer, expert } = place.people
  const who = { expertId: expert.id, personId: designer.id }
  request = { ...keyOf(place), ...who, aspects: ['content'], message: '', dueOn: null, now }
})

it('an expert finds the copy that was frozen when the review was asked, not the draft since', () => {
  const reviewId = ask(place)
  save(place, { document: lesson('Tout autre chose.') })
  const { revision } = readReview(place.bank, {
    reviewId,
    organisationId: place.organisationId,
  })
  expect(JSON.stringify(revision.document)).toContain('On plie les genoux')
})

it('an author cannot review their own module', () => {
  const mine = { ...request, expertId: place.people.designer.id }
  expect(() => requestReview(place.bank, mine)).toThrow(
    expect.objectContaining({ code: 'review.expert-is-author', status: 409 }),
  )
})

it('whoever asks for a review cannot give it to themselves, author or not', () => {
  const { id } = place.people.administrator
  expect(() => requestReview(place.bank, { ...request, expertId: id, personId: id })).toThrow(
    expect.objectContaining({ code: 'review.expert-is-author' }),
  )
})

it('nobody of another organisation can be asked', () => {
  const { people } = addTeam(place.bank, 'Ailleurs')
  expect(() => requestReview(place.bank, { ...request, expertId: people.expert.id })).toThrow(
    expect.objectContaining({ code: 'review.stranger', status: 404 }),
  )
  expect(listReviews(place.bank, place.moduleId)).toEqual([])
})

it('nobody who is not an expert can be asked', () => {
  const expertId = place.people.quality.id
  expect(() => requestReview(place.bank, { ...request, expertId })).toThrow(
    expect.objectContaining({ code: 'review.stranger', status: 404 }),
  )
})

it('a day wished for that is in no calendar is refused', () => {
  expect(() => requestReview(place.bank, { ...request, dueOn: '2026-02-30' })).toThrow(
    expect.objectContaining({ code: 'form.field', params: { field: 'dueOn' } }),
  )
})

it('the same expert is not asked twice for the same text', () => {
  ask(place)
  expect(() => requestReview(place.bank, request)).toThrow(
    expect.objectContaining({ code: 'review.already-asked', status: 409 }),
  )
})

it('two reviews of the same text share one revision', () => {
  answer(place, ask(place), 'changes-asked')
  requestReview(place.bank, request)
  const reviews = listReviews(place.bank, place.moduleId)
  expect(reviews.map((review) => review.revisionNumber)).toEqual([1, 1])
})

it('only the expert who was asked can answer, once, on the very text they saw', () => {
  const reviewId = ask(place)
  const { organisationId, people, bank } = place
  const digest = digestOf(draftOf(place))
  const verdicts = [{ aspect: 'content', value: 'approved', note: '' }] as const
  const given = { reviewId, organisationId, verdicts, digest, now }
  const personId = people.expert.id
  expect(() => giveVerdict(bank, { ...given, personId: people.publisher.id })).toThrow(
    expect.objectContaining({ code: 'review.not-yours', status: 403 }),
  )
  expect(() => giveVerdict(bank, { ...given, personId, digest: 'f'.repeat(64) })).toThrow(
    expect.objectContaining({ code: 'review.other-content', status: 409 }),
  )
  giveVerdict(bank, { ...given, personId })
  expect(() => giveVerdict(bank, { ...given, personId })).toThrow(
    expect.objectContaining({ code: 'review.already-given', status: 409 }),
  )
  expect(readState(bank, draftOf(place)).state).toBe('approved')
})

it('an approval no longer counts when a word changes, and counts again when it is put back', () => {
  answer(place, ask(place))
  const before = draftOf(place).document
  save(place, { document: lesson('Un mot a changé.') })
  expect(readState(place.bank, draftOf(place)).state).toBe('drafting')
  save(place, { document: before })
  expect(readState(place.bank, draftOf(place)).state).toBe('approved')
})

it('a remark keeps the first words of what it speaks of', () => {
  const reviewId = ask(place)
  remark(reviewId, 'paragr0001')
  const [review] = listReviews(place.bank, place.moduleId)
  expect(review?.remarks).toMatchObject([
    { nodeId: 'paragr0001', quote: 'On plie les genoux, le dos reste droit.', resolved: false },
  ])
})

it('a remark on the whole module quotes nothing', () => {
  remark(ask(place), null)
  const [review] = listReviews(place.bank, place.moduleId)
  expect(review?.remarks).toMatchObject([{ nodeId: null, quote: '' }])
})

it('a remark on a node that is not in the revision is refused', () => {
  expect(() => remark(ask(place), 'nowhere001')).toThrow(
    expect.objectContaining({ code: 'remark.no-such-node', status: 404 }),
  )
})

it('nothing can be added to a review that was answered', () => {
  const reviewId = ask(place)
  answer(place, reviewId, 'changes-asked')
  expect(() => remark(reviewId, null)).toThrow(
    expect.objectContaining({ code: 'review.already-given' }),
  )
})

it('a remark is dealt with once, and only within its own review', () => {
  const reviewId = ask(place)
  remark(reviewId, null)
  answer(place, reviewId, 'changes-asked')
  const other = ask(place)
  const { organisationId, people, bank } = place
  const remarkId = readReview(bank, { reviewId, organisationId }).review.remarks[0]!.id
  const key = {
    organisationId,
    remarkId,
    answer: 'Ajoutée.',
    personId: people.designer.id,
    now,
  }
  const refusal = expect.objectContaining({ code: 'remark.not-found', status: 404 })
  expect(() => resolveRemark(bank, { ...key, reviewId: other })).toThrow(refusal)
  resolveRemark(bank, { ...key, reviewId })
  expect(() => resolveRemark(bank, { ...key, reviewId })).toThrow(refusal)
  expect(readReview(bank, { reviewId, organisationId }).review.remarks[0]?.resolved).toBe(true)
})

function remark(
  reviewId: string,
  nodeId: string | null,
  said: { kind?: RemarkKind; words?: string; before?: string } = {},
): void {
  const { bank, organisationId, people } = place
  const by = { reviewId, organisationId, personId: people.expert.id, now }
  addRemark(bank, { kind: 'question', body: 'Source ?', ...by, nodeId, ...said })
}

it('a remark on words follows them through edits, and says when they are gone', () => {
  const reviewId = ask(place)
  const about = { nodeId: 'paragr0001', words: 'le dos', before: 'genoux, ' }
  remark(reviewId, about.nodeId, about)
  answer(place, reviewId, 'changes-asked')
  const where = () => {
    const reviews = listReviews(place.bank, place.moduleId)
    return Object.values(remarkPlaces(place.bank, draftOf(place), reviews))
  }
  const found = { state: 'found', nodeId: 'paragr0001' }
  expect(where()).toEqual([{ ...found, from: 20, to: 26 }])
  save(place, { document: lesson('Avant tout, on plie les genoux, le dos reste droit.') })
  expect(where()).toEqual([{ ...found, from: 32, to: 38 }])
  save(place, { document: lesson('On plie les genoux.') })
  expect(where()).toEqual([{ state: 'node', nodeId: 'paragr0001' }])
  save(place, {
    document: storedDoc(section('Porter', withId('another001', paragraph('Non.')))),
  })
  expect(where()).toEqual([{ state: 'detached' }])
})

it('remarks are their author’s alone until the review is sent', () => {
  const reviewId = ask(place)
  remark(reviewId, null)
  const { bank, moduleId, people } = place
  const read = (by: string) =>
    readableBy(listReviews(bank, moduleId), by).flatMap(({ remarks }) => remarks)
  expect(read(people.designer.id)).toEqual([])
  expect(read(people.expert.id)).toHaveLength(1)
  answer(place, reviewId, 'changes-asked')
  expect(read(people.designer.id)).toHaveLength(1)
})

it('a problem keeps an approved module back until it is dealt with; an idea does not', () => {
  const reviewId = ask(place)
  remark(reviewId, null, { kind: 'idea' })
  remark(reviewId, null, { kind: 'problem' })
  answer(place, reviewId)
  expect(() => publish(place)).toThrow(expect.objectContaining({ code: 'publication.refused' }))
  const { organisationId, people, bank } = place
  const [, problem] = readReview(bank, { reviewId, organisationId }).review.remarks
  const by = { organisationId, reviewId, personId: people.designer.id, now }
  resolveRemark(bank, { ...by, remarkId: problem!.id, answer: 'La norme est citée.' })
  publish(place)
  const said = listReviews(bank, place.moduleId)[0]!.remarks
  expect(said.map(({ kind, answer: done }) => [kind, done])).toEqual([
    ['idea', ''],
    ['problem', 'La norme est citée.'],
  ])
})

it('only the expert who was asked leaves remarks', () => {
  const reviewId = ask(place)
  const { organisationId, people, bank } = place
  const remark = {
    reviewId,
    organisationId,
    nodeId: null,
    kind: 'idea',
    body: 'Source ?',
    now,
  } as const
  expect(() => addRemark(bank, { ...remark, personId: people.quality.id })).toThrow(
    expect.objectContaining({ code: 'review.not-yours', status: 403 }),
  )
})
