import { beforeEach, describe, expect, it } from 'vitest'
import { dayAfter, dayIn } from '#app/services/guarantees/days.ts'
import {
  listGuarantees,
  readGuarantees,
} from '#app/services/guarantees/read-guarantees.server.ts'
import {
  addTeam,
  guarantee,
  keyOf,
  now,
  promise,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'

let place: Workplace
let request: Parameters<typeof promise>[1]

beforeEach(() => {
  place = workplace()
  const who = { guarantorId: place.people.expert.id, personId: place.people.quality.id }
  request = { ...keyOf(place), ...who, aspect: 'law', endsOn: '2026-12-31', now }
})

describe('a day', () => {
  it('is the one it is in Paris, in winter and in summer', () => {
    expect(dayIn(new Date('2026-01-31T22:59:59Z'))).toBe('2026-01-31')
    expect(dayIn(new Date('2026-01-31T23:00:00Z'))).toBe('2026-02-01')
    expect(dayIn(new Date('2026-07-31T21:59:59Z'))).toBe('2026-07-31')
    expect(dayIn(new Date('2026-07-31T22:00:00Z'))).toBe('2026-08-01')
  })

  it('is followed by the next, also across the change of hour', () => {
    expect(dayAfter(new Date('2026-03-28T23:30:00Z'), 1)).toBe('2026-03-30')
    expect(dayAfter(new Date('2026-02-27T12:00:00Z'), 2)).toBe('2026-03-01')
  })
})

describe('a guarantee', () => {
  it('holds through its last day in Paris and has ended the minute after', () => {
    promise(place.bank, { ...request, endsOn: '2026-05-10' })
    expect(lawOn('2026-05-10T21:59:00Z')).toBe('ending')
    expect(lawOn('2026-05-10T22:00:00Z')).toBe('ended')
  })

  it('asks for attention from sixty days before its end', () => {
    promise(place.bank, { ...request, endsOn: '2026-05-10' })
    expect(lawOn('2026-03-10T09:00:00Z')).toBe('holds')
    expect(lawOn('2026-03-11T09:00:00Z')).toBe('ending')
  })

  it('may end today, not yesterday', () => {
    promise(place.bank, { ...request, endsOn: '2026-03-10' })
    expect(() => promise(place.bank, { ...request, endsOn: '2026-03-09' })).toThrow(
      expect.objectContaining({
        code: 'guarantee.already-ended',
        params: { day: '2026-03-09' },
      }),
    )
  })

  it.each(['2026-13-45', '2027-02-29', '2027-1-1', 'demain', ''])(
    'cannot end on %j, which is no day',
    (endsOn) => {
      expect(() => promise(place.bank, { ...request, endsOn })).toThrow(
        expect.objectContaining({ code: 'form.field', params: { field: 'endsOn' } }),
      )
    },
  )

  it('cannot be given by somebody of another organisation', () => {
    const { people } = addTeam(place.bank, 'Ailleurs')
    const stranger = { ...request, guarantorId: people.expert.id }
    expect(() => promise(place.bank, stranger)).toThrow(
      expect.objectContaining({ code: 'guarantee.stranger', status: 404 }),
    )
  })

  it('is renewed by a row of its own: the last one recorded counts, even when it ends sooner', () => {
    promise(place.bank, { ...request, endsOn: '2027-12-31' })
    const later = new Date(now.getTime() + 1)
    promise(place.bank, { ...request, endsOn: '2026-06-30', now: later })
    expect(law()?.endsOn).toBe('2026-06-30')
  })
})

it('every aspect has its line, in their order, with who answers for it', () => {
  const lines = readGuarantees(place.bank, { moduleId: place.moduleId, now })
  expect(lines.map(({ aspect, state }) => `${aspect} ${state}`)).toEqual([
    'content holds',
    'pedagogy holds',
    'law missing',
    'technique missing',
    'accessibility missing',
    'tutoring missing',
  ])
  expect(lines[0]?.person).toBe(place.people.expert.name)
})

it('what ends soon is listed for its organisation alone, the soonest first, renewed ones left out', () => {
  const elsewhere = workplace(place.bank)
  guarantee(elsewhere, 'content', '2026-03-20', new Date(now.getTime() + 1))
  guarantee(place, 'content', '2026-04-20', new Date(now.getTime() + 1))
  guarantee(place, 'pedagogy', '2026-03-12', new Date(now.getTime() + 1))
  expect(ending()).toEqual(['pedagogy 2026-03-12', 'content 2026-04-20'])
  guarantee(place, 'pedagogy', '2027-03-12', new Date(now.getTime() + 2))
  expect(ending()).toEqual(['content 2026-04-20'])
})

function ending(): string[] {
  const { bank, organisationId } = place
  return listGuarantees(bank, { organisationId, now })
    .counting.filter(({ state }) => state !== 'holds')
    .map((each) => `${each.aspect} ${each.endsOn}`)
}

function lawOn(instant: string) {
  return law(new Date(instant))?.state
}

function law(at = now) {
  return readGuarantees(place.bank, { moduleId: place.moduleId, now: at }).find(
    ({ aspect }) => aspect === 'law',
  )
}
