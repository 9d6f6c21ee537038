import { beforeEach, expect, it } from 'vitest'
import { packages, type Role } from '#app/db/schema/bank/index.ts'
import { recordDownload } from '#app/services/deployments/add-deployment.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import { askWaiver, decideWaiver } from '#app/services/publication/waivers.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import {
  answer,
  approve,
  ask,
  guarantee,
  keyOf,
  now,
  publish,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { publishText } from '#tests/builders/published-text.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

it('a designer finds what they are writing, and what was said of it', () => {
  const reviewId = ask(place)
  const { bank, organisationId, people, moduleId } = place
  const by = { organisationId, personId: people.expert.id, now }
  addRemark(bank, {
    ...by,
    personId: people.expert.id,
    reviewId,
    nodeId: null,
    kind: 'question',
    body: 'Source ?',
  })
  // What an expert has not sent yet is nobody else's.
  expect(awaits('designer').drafts).toMatchObject([
    { id: moduleId, state: 'under-review', openRemarks: 0 },
  ])
  answer(place, reviewId, 'changes-asked')
  expect(awaits('designer').drafts).toMatchObject([{ state: 'changes-asked', openRemarks: 1 }])
})

it('an expert finds the reviews asked of them, until they are given', () => {
  const reviewId = ask(place)
  expect(awaits('expert').reviewsToGive).toMatchObject([
    { reviewId, title: 'Gestes et postures', from: place.people.designer.name },
  ])
  expect(awaits('quality').reviewsToGive).toEqual([])
  answer(place, reviewId)
  expect(awaits('expert').reviewsToGive).toEqual([])
})

it('a publisher finds what was approved, until it is published', () => {
  expect(awaits('publisher').toPublish).toEqual([])
  approve(place)
  expect(awaits('publisher').toPublish).toMatchObject([{ state: 'approved' }])
  expect(awaits('expert').toPublish).toEqual([])
  publish(place)
  expect(awaits('publisher').toPublish).toEqual([])
  expect(awaits('designer').drafts).toEqual([])
})

it('everyone finds the guarantees that end soon', () => {
  guarantee(place, 'content', '2026-04-01', new Date(now.getTime() + 1))
  for (const role of ['designer', 'quality'] as const) {
    expect(awaits(role).guaranteesEnding).toMatchObject([
      { aspect: 'content', endsOn: '2026-04-01', title: 'Gestes et postures' },
    ])
  }
})

it('whoever exported a package or guards its module finds it once it is outdated', () => {
  publishText(place, 'Un premier texte.')
  const { bank, people } = place
  const asked = { format: 'scorm-12', language: 'fr', traces: false } as const
  const who = { personId: people.publisher.id, now }
  const packageId = requestExport(bank, { ...keyOf(place), ...asked, ...who })
  bank.update(packages).set({ state: 'ready' }).run()
  recordDownload(bank, packageId, now)
  expect(awaits('publisher').deployments).toEqual([])
  publishText(place, 'Un texte corrigé.')
  const told = [{ packageId, standing: { reasons: [{ code: 'outdated', latest: '1.1' }] } }]
  expect(awaits('publisher').deployments).toMatchObject(told)
  // The expert of these banks answers for the content.
  expect(awaits('expert').deployments).toMatchObject(told)
  for (const role of ['designer', 'quality', 'administrator'] as const)
    expect(awaits(role).deployments).toEqual([])
})

it('whoever decides of waivers finds those that others asked, until they are decided', () => {
  const by = { ...keyOf(place), personId: place.people.publisher.id, now }
  const asked = { gate: 'approval', reason: 'Lundi', endsOn: '2026-04-01' } as const
  const waiverId = askWaiver(place.bank, { ...by, ...asked })
  expect(awaits('quality').waiversToDecide).toMatchObject([
    { waiverId, gate: 'approval', askedBy: place.people.publisher.name },
  ])
  expect(awaits('publisher').waiversToDecide).toEqual([])
  expect(awaits('designer').waiversToDecide).toEqual([])
  const decided = { waiverId, decision: 'granted', answer: '' } as const
  decideWaiver(place.bank, { ...by, ...decided, personId: place.people.quality.id })
  expect(awaits('quality').waiversToDecide).toEqual([])
})

it('nobody finds anything of another organisation', () => {
  ask(place)
  approve(place, new Date(now.getTime() + 1))
  const elsewhere = workplace(place.bank)
  publishAll(elsewhere)
  for (const role of ['designer', 'expert', 'publisher', 'quality', 'administrator'] as const) {
    expect(awaits(role, elsewhere)).toEqual({
      reviewsToGive: [],
      drafts: [],
      rightsEnding: [],
      toPublish: [],
      waiversToDecide: [],
      guaranteesEnding: [],
      deployments: [],
      endedFrameworks: [],
    })
  }
})

function publishAll(elsewhere: Workplace): void {
  approve(elsewhere)
  publish(elsewhere)
}

function awaits(role: Role, { bank, organisationId, people }: Workplace = place) {
  const { id: personId, name } = people[role]
  const member = { personId, name, organisationId, organisationName: '', roles: [role] }
  return readWhatAwaits(bank, { member, now })
}
