import { beforeEach, expect, it } from 'vitest'
import { digestOf } from '#app/services/modules/digest.server.ts'
import { restore } from '#app/services/modules/history.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { acceptProposal } from '#app/services/review/proposals.server.ts'
import { readModuleReviews } from '#app/services/review/read-module-reviews.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import {
  draftOf,
  keyOf,
  lesson,
  now,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { askRound, asReviewer } from '#tests/builders/rounds.ts'

let place: Workplace
let reviewId: string
const guest = () => asReviewer(place, reviewId)
const before = 'On plie les genoux, le dos reste droit.'
const after = 'On plie les jambes, le dos reste droit.'

beforeEach(() => {
  place = workplace()
  reviewId = askRound(place).reviewIds[0]!
})

it('what was proposed is written into the draft with one act, and the remark says by whom', () => {
  const by = accepting(propose())
  acceptProposal(place.bank, by)
  expect(JSON.stringify(draftOf(place).document)).toContain(after)
  expect(said()).toMatchObject({
    ...{ resolved: true, accepted: true, resolvedBy: place.people.designer.name },
    proposal: { before, after },
  })
  expect(() => acceptProposal(place.bank, by)).toThrow('remark.not-found')
})

it('nothing is written where the text changed since, and what it became is shown', () => {
  const by = accepting(propose())
  save(place, { document: lesson('Un tout autre texte.') })
  const digest = digestOf(draftOf(place))
  expect(() => acceptProposal(place.bank, by)).toThrow(
    expect.objectContaining({ code: 'remark.text-changed', status: 409 }),
  )
  expect(digestOf(draftOf(place))).toBe(digest)
  expect(said()).toMatchObject({ resolved: false, textNow: 'Un tout autre texte.' })
})

it('what was accepted is undone from the history, element by element', () => {
  acceptProposal(place.bank, accepting(propose()))
  const key = { ...keyOf(place), personId: place.people.designer.id, now }
  restore(place.bank, { ...key, from: '1', nodeId: 'paragr0001' })
  expect(JSON.stringify(draftOf(place).document)).toContain(before)
})

it('nothing is proposed on what has no words of its own, nor by leaving them as they are', () => {
  expect(() => remark({ nodeId: null, proposal: after })).not.toThrow()
  remark({ nodeId: 'paragr0001', proposal: before })
  give()
  expect(read().map(({ proposal }) => proposal)).toEqual([null, null])
})

it('a proposal is its reviewer’s alone until they send it', () => {
  remark({ nodeId: 'paragr0001', proposal: after })
  expect(read()).toEqual([])
  const [{ id } = { id: '' }] = readReview(place.bank, guest()).review.remarks
  expect(() => acceptProposal(place.bank, accepting(id))).toThrow('remark.not-found')
})

it('a remark keeps the moment of a sound or a film that it is about', () => {
  remark({ nodeId: 'paragr0001', seconds: 65 })
  expect(readReview(place.bank, guest()).review.remarks[0]).toMatchObject({ seconds: 65 })
})

/** Proposed and sent; gives the remark. */
function propose(): string {
  remark({ nodeId: 'paragr0001', proposal: after })
  give()
  return said().id
}

function remark(more: { nodeId: string | null; proposal?: string; seconds?: number }): void {
  addRemark(place.bank, { ...guest(), kind: 'correction', body: 'Plutôt cela.', ...more })
}

function give(): void {
  const { digest } = readReview(place.bank, guest()).review
  const verdicts = [{ aspect: 'content', value: 'changes-asked', note: '' }] as const
  giveVerdict(place.bank, { ...guest(), verdicts, digest })
}

function accepting(remarkId: string) {
  return { ...guest(), remarkId, personId: place.people.designer.id }
}

function read() {
  const key = { ...keyOf(place), personId: place.people.designer.id }
  return readModuleReviews(place.bank, key).remarks
}

function said() {
  return read()[0]!
}
