import { beforeEach, describe, expect, it } from 'vitest'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import {
  gateProfileOf,
  keepGateProfile,
  listGateProfiles,
} from '#app/services/publication/gate-profiles.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { readPublication } from '#app/services/publication/read-publication.server.ts'
import {
  askWaiver,
  decideWaiver,
  listWaivers,
  withdrawWaiver,
} from '#app/services/publication/waivers.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import {
  addTeam,
  answer,
  approve,
  ask,
  draftOf,
  facts,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe('what a module is meant for', () => {
  it('decides of who has to approve it and to answer for it', () => {
    approve(place)
    expect(closed()).toEqual({})
    save(place, { facts: { ...facts, intendedUse: 'shared' } })
    expect(closed()).toEqual({
      guarantees: ['law'],
      approval: ['pedagogy', 'law'],
    })
    save(place, { facts: { ...facts, intendedUse: 'certifying' } })
    expect(closed()).toMatchObject({ approval: aspects.filter((each) => each !== 'content') })
  })

  it('voids no approval when it changes', () => {
    answer(place, ask(place, now, ['content', 'pedagogy', 'law']))
    save(place, { facts: { ...facts, intendedUse: 'shared' } })
    expect(closed()).toEqual({ guarantees: ['law'] })
  })

  it('asks what the organisation says, once it has said so, and of nobody else', () => {
    approve(place)
    keep({ signOffs: ['tutoring'], guarantees: [] })
    expect(closed()).toEqual({ approval: ['tutoring'] })
    const elsewhere = addTeam(place.bank, 'Ailleurs').organisationId
    expect(gateProfileOf(place.bank, elsewhere, {}).signOffs).toEqual(['content'])
    keep(null)
    expect(closed()).toEqual({})
    const [first] = listGateProfiles(place.bank, place.organisationId)
    expect(first).toMatchObject({ intendedUse: 'internal', changedAt: null })
    expect(verifyTrail(place.bank, null).firstBroken).toBeNull()
  })
})

describe('an approval', () => {
  it('of one aspect says nothing of another', () => {
    keep({ signOffs: ['content', 'accessibility'], guarantees: [] })
    answer(place, ask(place, now, ['content']))
    expect(closed()).toEqual({ approval: ['accessibility'] })
    expect(readState(place.bank, draftOf(place)).state).toBe('drafting')
    answer(place, ask(place, now, ['accessibility']))
    expect(readState(place.bank, draftOf(place)).state).toBe('approved')
  })

  it('outlives a new revision that its aspect has nothing to do with', () => {
    keep({ signOffs: ['law', 'content'], guarantees: [] })
    answer(place, ask(place, now, ['law', 'content']))
    save(place, { document: lesson('On plie bien les genoux.') })
    expect(closed()).toEqual({ approval: ['content'] })
    const [content, law] = readPublication(place.bank, {
      draft: draftOf(place),
      now,
    }).approvals.toSorted((a, b) => (a.aspect < b.aspect ? -1 : 1))
    expect(law).toMatchObject({ state: 'approved', voiding: null })
    expect(content?.voiding?.elements.map(({ nodeId }) => nodeId)).toEqual(['paragr0001'])
    answer(place, ask(place, now, ['content']))
    publish(place)
  })

  it('by somebody who abstains is none, and needs a reason', () => {
    const reviewId = ask(place)
    const say = (note: string) => verdict(reviewId, [{ value: 'abstained', note }])
    expect(() => say(' ')).toThrow(expect.objectContaining({ code: 'review.reason-missing' }))
    say('Je ne suis pas du métier.')
    expect(closed()).toEqual({ approval: ['content'] })
  })

  it('is given on every aspect that was asked, and on no other', () => {
    const reviewId = ask(place, now, ['content', 'law'])
    const incomplete = expect.objectContaining({ code: 'review.incomplete' })
    const approved = { value: 'approved', note: '' } as const
    expect(() => verdict(reviewId, [approved])).toThrow(incomplete)
    expect(() => verdict(reviewId, [approved, { ...approved, aspect: 'technique' }])).toThrow(
      incomplete,
    )
    expect(() => verdict(reviewId, [approved, approved])).toThrow(incomplete)
    expect(readReview(place.bank, { ...place, reviewId }).review.verdict).toBeNull()
  })

  it('is not asked of whoever wrote in the module since its last edition, nor taken from them', () => {
    const { bank, people, organisationId } = place
    const reviewId = ask(place)
    const wrote = { personId: people.expert.id, savedAt: now.getTime() }
    bank.$client
      .prepare('insert into contributions values (?, ?, ?)')
      .run(place.moduleId, wrote.personId, wrote.savedAt)
    const refused = expect.objectContaining({ code: 'review.expert-is-author', status: 409 })
    expect(() => answer(place, reviewId)).toThrow(refused)
    const request = { ...keyOf(place), expertId: people.expert.id, message: '', dueOn: null }
    const by = { personId: people.designer.id, aspects: ['content'] as const, now }
    expect(() => requestReview(bank, { ...request, ...by, aspects: ['law'] })).toThrow(refused)
    expect(organisationId).toBe(request.organisationId)
  })
})

describe('a waiver', () => {
  it('lets a module out once somebody else has granted it, and stays on the edition', () => {
    const waiverId = asked()
    expect(() => publish(place)).toThrow(
      expect.objectContaining({ code: 'publication.refused' }),
    )
    decide(waiverId, 'granted')
    publish(place)
    expect(latestEdition(place.bank, place.moduleId)?.waivers).toMatchObject([
      { gate: 'approval', reason: 'Session lundi', grantedBy: place.people.quality.name },
    ])
    expect(verifyTrail(place.bank, null).firstBroken).toBeNull()
  })

  it('is refused with a reason, and may be asked again', () => {
    const waiverId = asked()
    expect(() => decide(waiverId, 'refused', '')).toThrow(
      expect.objectContaining({ code: 'waiver.reason-missing' }),
    )
    decide(waiverId, 'refused', 'Le texte doit être relu.')
    expect(() => publish(place)).toThrow()
    expect(() => decide(waiverId, 'granted')).toThrow(
      expect.objectContaining({ code: 'waiver.already-decided', status: 409 }),
    )
    asked()
    expect(
      listWaivers(place.bank, place.moduleId)
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['asked', 'refused'])
  })

  it('is never granted by whoever asked for it', () => {
    const waiverId = asked()
    const own = { ...keyOf(place), waiverId, personId: place.people.designer.id, now }
    expect(() => decideWaiver(place.bank, { ...own, decision: 'granted', answer: '' })).toThrow(
      expect.objectContaining({ code: 'waiver.own', status: 403 }),
    )
  })

  it('ends on its day, and when it is taken back', () => {
    decide(asked(), 'granted')
    const gate = (at: Date) =>
      readGates(place.bank, { draft: draftOf(place), now: at }).find(
        ({ name }) => name === 'approval',
      )
    expect(gate(now)?.waiver).not.toBeNull()
    expect(gate(new Date('2026-03-31T21:59:00Z'))?.waiver).not.toBeNull()
    expect(gate(new Date('2026-03-31T22:01:00Z'))?.waiver).toBeNull()
    const [{ id: waiverId } = { id: '' }] = listWaivers(place.bank, place.moduleId)
    const back = (personId: string, decides: boolean) =>
      withdrawWaiver(place.bank, { ...keyOf(place), waiverId, personId, decides, now })
    expect(() => back(place.people.publisher.id, false)).toThrow(
      expect.objectContaining({ code: 'waiver.not-yours', status: 403 }),
    )
    back(place.people.quality.id, true)
    expect(gate(now)?.waiver).toBeNull()
  })

  it('is asked with a reason and a day to come, once at a time', () => {
    const code = (name: string) => expect.objectContaining({ code: name })
    expect(() => asked({ reason: ' ' })).toThrow(code('waiver.reason-missing'))
    expect(() => asked({ endsOn: '2026-03-09' })).toThrow(code('waiver.already-ended'))
    expect(() => asked({ endsOn: 'demain' })).toThrow(code('form.field'))
    asked()
    expect(() => asked()).toThrow(code('waiver.already-asked'))
  })

  it('opens no other gate than its own', () => {
    decide(asked(), 'granted')
    save(place, { facts: { ...facts, licence: 'unknown' } })
    expect(() => publish(place)).toThrow(
      expect.objectContaining({ code: 'publication.refused' }),
    )
  })
})

/** The gates that are closed, each with the aspects that it names. */
function closed(): Record<string, unknown[]> {
  const gates = readGates(place.bank, { draft: draftOf(place), now })
  return Object.fromEntries(
    gates
      .filter(({ passed }) => !passed)
      .map(({ name, findings }) => [
        name,
        findings
          .filter(({ severity }) => severity === 'blocks')
          .map(({ params }) => params?.aspect),
      ]),
  )
}

function keep(asked: { signOffs: Aspect[]; guarantees: Aspect[] } | null): void {
  const profile = asked && { ...asked, exportAtEnd: 'warned' as const, trial: null }
  const { organisationId, people, bank } = place
  const by = { organisationId, personId: people.administrator.id, now }
  keepGateProfile(bank, { ...by, intendedUse: 'internal', profile })
}

type Said = { aspect?: Aspect; value: 'approved' | 'abstained'; note: string }

function verdict(reviewId: string, said: Said[]): void {
  const { bank, people, organisationId } = place
  const { revision } = readReview(bank, { reviewId, organisationId })
  giveVerdict(bank, {
    ...{ reviewId, organisationId, digest: revision.digest, personId: people.expert.id, now },
    verdicts: said.map((each) => ({ aspect: 'content', ...each })),
  })
}

function asked(change: { reason?: string; endsOn?: string } = {}): string {
  const personId = place.people.designer.id
  const request = { ...keyOf(place), gate: 'approval', personId, now } as const
  return askWaiver(place.bank, {
    ...{ ...request, reason: 'Session lundi', endsOn: '2026-03-31', ...change },
  })
}

function decide(waiverId: string, decision: 'granted' | 'refused', answer = 'Vu.'): void {
  const personId = place.people.quality.id
  decideWaiver(place.bank, { ...keyOf(place), waiverId, decision, answer, personId, now })
}
