import { beforeEach, describe, expect, it } from 'vitest'
import { packages, type Role } from '#app/db/schema/bank/index.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import { recordDownload } from '#app/services/deployments/add-deployment.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import { type NeedSpeech, sayNeed } from '#app/services/home/need.ts'
import { nothingUntil, whatNeeds } from '#app/services/home/needs.server.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import { askWaiver, decideWaiver } from '#app/services/publication/waivers.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import type { Member } from '#app/services/rights.ts'
import { addWatchSource } from '#app/services/watch/watch-sources.server.ts'
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

it('whoever answers for an aspect finds its end coming, and nobody else does', () => {
  guarantee(place, 'content', '2026-04-01', new Date(now.getTime() + 1))
  expect(needs('expert')).toMatchObject([
    { kind: 'guarantee-ending', title: 'Gestes et postures', on: '2026-04-01' },
  ])
  expect(needs('designer')).toEqual([])
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
  const { moduleId } = elsewhere
  for (const role of ['designer', 'expert', 'publisher', 'quality', 'administrator'] as const) {
    expect(awaits(role, elsewhere)).toMatchObject({
      reviewsToGive: [],
      drafts: [],
      rightsEnding: [],
      toPublish: [],
      waiversToDecide: [],
      guaranteesAsked: [],
      guarantees: role === 'expert' ? [{ moduleId }, { moduleId }] : [],
      watched: [],
      deployments: [],
      toCheck: [],
    })
  }
})

describe('what needs somebody', () => {
  it('is in one list, what is late or due today first, the gravest of it before the rest, then by day', () => {
    const { bank, organisationId, people } = place
    const by = { organisationId, personId: people.quality.id, now }
    guarantee(place, 'content', '2026-03-30', msLater(1))
    guarantee(place, 'pedagogy', '2026-03-10', msLater(1))
    const asked = { ...keyOf(place), aspect: 'law', endsOn: '2026-12-31' } as const
    askGuarantee(bank, { ...asked, ...by, guarantorId: people.expert.id })
    ask(place)
    expect(needs('expert', new Date('2026-03-11T09:00:00Z')).map(({ kind }) => kind)).toEqual([
      'guarantee-ended',
      'review',
      'guarantee-asked',
      'guarantee-ending',
    ])
  })

  it('says where each is dealt with, and since when or until when', () => {
    const reviewId = ask(place)
    expect(needs('expert')).toMatchObject([
      ...[{ id: `review-${reviewId}`, to: `/reviews/${reviewId}`, on: '2026-03-10' }],
    ])
  })

  it('is nothing until the first day on which something will ask', () => {
    expect(needs('expert')).toEqual([])
    // The guarantees of these banks end in a year.
    const member = memberOf('expert')
    expect(nothingUntil(place.bank, { member, now })).toBe('2027-01-09')
    expect(nothingUntil(place.bank, { member: memberOf('publisher'), now })).toBeNull()
  })

  it('has what is to be looked at again, and what is watched, from a week before', () => {
    const { bank, organisationId, people } = place
    const by = { organisationId, personId: people.quality.id, now }
    const who = { guarantorId: people.quality.id, lookEvery: 1 }
    askGuarantee(bank, { ...keyOf(place), ...by, ...who, aspect: 'law', endsOn: '2027-12-31' })
    const source = {
      kind: 'law',
      title: 'Code',
      url: '',
      watcherId: people.quality.id,
    } as const
    addWatchSource(bank, { ...by, ...source, lookEvery: 1 })
    const on = (day: string) =>
      needs('quality', new Date(`${day}T09:00:00Z`)).map(({ kind }) => kind)
    expect(on('2026-04-02')).toEqual([])
    expect(on('2026-04-03')).toEqual(['guarantee-look', 'watch'])
  })

  it('is said in a sentence, in both languages', () => {
    guarantee(place, 'content', '2026-04-01', msLater(1))
    const [need] = needs('expert')
    const say = (language: 'fr' | 'en') => {
      const t = spoken(language).getFixedT(language, ['home', 'modules']) as NeedSpeech['t']
      return sayNeed({ t, day: (day) => writeDay(day, language) }, need!)
    }
    expect(say('fr')).toMatch(/^La garantie de l’aspect «\sContenu\s» prend fin\s:$/)
    expect(say('en')).toBe('The guarantee for “Content” ends:')
  })
})

function publishAll(elsewhere: Workplace): void {
  approve(elsewhere)
  publish(elsewhere)
}

function msLater(ms: number): Date {
  return new Date(now.getTime() + ms)
}

function memberOf(role: Role, { organisationId, people }: Workplace = place): Member {
  const { id: personId, name } = people[role]
  return { personId, name, organisationId, organisationName: '', roles: [role] }
}

function needs(role: Role, at = now) {
  return whatNeeds(place.bank, { member: memberOf(role), now: at })
}

function awaits(role: Role, from: Workplace = place) {
  return readWhatAwaits(from.bank, { member: memberOf(role, from), now })
}
