import { beforeEach, expect, it } from 'vitest'
import { requestReview } from '#app/services/review/request-review.server.ts'
import {
  answerCoAuthoring,
  inviteCoAuthor,
  leaveCoAuthoring,
} from '#app/services/sharing/co-authors.server.ts'
import { findShownFile } from '#app/services/sharing/shown-files.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import {
  addTeam,
  approve,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Team,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import {
  anyDigest,
  image,
  paragraph,
  right,
  section,
  singleChoice,
  storedDoc,
  wrong,
} from '#tests/builders/document.ts'
import { pathOf } from '#tests/builders/path.ts'
import { addFile } from '#tests/builders/rights.ts'

/** A paper that proves a right: named by the rights of a file, shown by nothing. */
const proof = 'b'.repeat(64)

let place: Workplace
let others: Workplace
let strangers: Team

beforeEach(() => {
  place = workplace()
  others = { ...place, ...addTeam(place.bank, 'Voisins') }
  strangers = addTeam(place.bank, 'Inconnus')
  addFile(place, {}, proof)
  addFile(place, { proofFile: proof })
  save(place, { document: illustrated() })
})

function illustrated() {
  const picture = image({ asset: anyDigest, alt: 'Un dos droit', decorative: false })
  const question = singleChoice({}, 'Que plie-t-on ?', right('Les genoux'), wrong('Le dos'))
  return storedDoc(section('Porter', paragraph('Le dos droit.'), picture, question))
}

const isShownTo = ({ organisationId }: Team, digest = anyDigest) =>
  findShownFile(place.bank, { digest, organisationId })?.digest === digest

function goOut(): void {
  approve(place)
  publish(place)
}

function share(visibility: 'public' | 'private'): void {
  const by = { personId: place.people.publisher.id, now }
  const nobody = { networkId: null, organisationIds: [] }
  setVisibility(place.bank, { ...keyOf(place), ...by, ...nobody, visibility })
}

const invited = () => ({ ...keyOf(place), personId: place.people.designer.id, now })
const guests = () => ({
  ...invited(),
  organisationId: others.organisationId,
  personId: others.people.designer.id,
})

function join(): void {
  const asked = { invitedId: others.organisationId, mayPublish: false }
  inviteCoAuthor(place.bank, { ...invited(), ...asked })
  answerCoAuthoring(place.bank, { ...guests(), accepted: true })
}

it('a file is shown to whoever brought it, and to nobody else', () => {
  goOut()
  expect(isShownTo(place)).toBe(true)
  expect(isShownTo(others)).toBe(false)
})

it('what an edition shows is shown to those with whom it is shared, as long as it is', () => {
  goOut()
  share('public')
  expect(isShownTo(others)).toBe(true)
  share('private')
  expect(isShownTo(others)).toBe(false)
})

it('what only the draft of a shared module shows is not', () => {
  share('public')
  expect(isShownTo(others)).toBe(false)
  save(place, { document: lesson() })
  goOut()
  save(place, { document: illustrated() })
  expect(isShownTo(others)).toBe(false)
})

it('the paper that proves the rights of a file shown is not', () => {
  goOut()
  share('public')
  join()
  expect(isShownTo(others, proof)).toBe(false)
})

it('a module of others in one’s own path shows its pictures, also once it was closed again', () => {
  goOut()
  share('public')
  const path = pathOf(others, 'parcours', [place.moduleId])
  const expertId = others.people.expert.id
  requestReview(place.bank, {
    ...{ ...keyOf(path), expertId, personId: others.people.designer.id },
    ...{ aspects: ['content'] as const, message: '', dueOn: null, now },
  })
  share('private')
  expect(isShownTo(others)).toBe(true)
  expect(isShownTo(strangers)).toBe(false)
})

it('the draft of a module is shown to those who write it, as long as they do', () => {
  expect(isShownTo(others)).toBe(false)
  join()
  expect(isShownTo(others)).toBe(true)
  expect(isShownTo(strangers)).toBe(false)
  leaveCoAuthoring(place.bank, guests())
  expect(isShownTo(others)).toBe(false)
})

it('what a review of a co-written module is about stays shown when the draft has moved on', () => {
  join()
  const expertId = others.people.expert.id
  const review = { expertId, aspects: ['content'] as const, message: '', dueOn: null }
  requestReview(place.bank, { ...guests(), ...review })
  save(place, { document: lesson() })
  expect(isShownTo(others)).toBe(true)
})
