import { beforeEach, expect, it } from 'vitest'
import { memberships } from '#app/db/schema/bank/index.ts'
import { writeCalendar } from '#app/http/calendar.server.ts'
import { addresseeOf } from '#app/services/daily/daily-letter.server.ts'
import { datedNeeds } from '#app/services/home/needs.server.ts'
import {
  calendarLinkSince,
  makeCalendarLink,
  openCalendar,
  revokeCalendarLink,
} from '#app/services/personal-links/calendar-link.server.ts'
import { makeLink } from '#app/services/personal-links/personal-links.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import { guarantee, keyOf, now, type Workplace, workplace } from '#tests/builders/bank.ts'

let place: Workplace
let own: { personId: string; organisationId: string; now: Date }

beforeEach(() => {
  place = workplace()
  const { people, organisationId } = place
  own = { personId: people.expert.id, organisationId, now }
  guarantee(place, 'content')
  requestReview(place.bank, {
    ...{ ...keyOf(place), expertId: people.expert.id, aspects: ['content'] as const },
    ...{ personId: people.designer.id, message: '', dueOn: '2026-03-20', now },
  })
})

function feed(language: 'fr' | 'en' = 'fr'): string {
  const { member } = addresseeOf(place.bank, own)!
  const needs = datedNeeds(place.bank, { member, now })
  const organisation = member.organisationName
  return writeCalendar({ needs, organisation, language, publicUrl: 'https://g.example', now })
}

/** As RFC 5545 reads it: a line that begins with a space goes on the one before. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

it('holds each term as a whole day, with where to go, under an id that stays', () => {
  const lines = unfolded(feed())
  const review = lines.indexOf('DTSTART;VALUE=DATE:20260320')
  expect(review).toBeGreaterThan(0)
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3)
  expect(lines).toContain('DTSTART;VALUE=DATE:20270310')
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(
    unfolded(feed('en')).filter((line) => line.startsWith('UID:')),
  )
  expect(lines.some((line) => /^URL.*https:\/\/g\.example\/reviews\//.test(line))).toBe(true)
})

it('is written as calendars read it: lines of at most 75 octets that end with CR LF', () => {
  const text = feed()
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(text.trimEnd().endsWith('END:VCALENDAR')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

it('speaks its reader’s language', () => {
  expect(unfolded(feed()).join()).toMatch(/relecture|garantie/i)
  expect(unfolded(feed('en')).join()).toMatch(/review|guarantee/i)
})

it('opens for its link alone, and for no link once it was replaced or removed', () => {
  const { bank } = place
  const { now: _, ...whose } = own
  expect(calendarLinkSince(bank, whose)).toBeNull()
  const first = makeCalendarLink(bank, own)
  expect(openCalendar(bank, { token: first, now })).toEqual(whose)
  expect(calendarLinkSince(bank, whose)).toBe(now.getTime())
  const second = makeCalendarLink(bank, own)
  const unknown = expect.objectContaining({ code: 'link.unknown', status: 404 })
  expect(() => openCalendar(bank, { token: first, now })).toThrow(unknown)
  revokeCalendarLink(bank, own)
  expect(() => openCalendar(bank, { token: second, now })).toThrow(unknown)
  const toReview = makeLink(bank, {
    ...{ purpose: 'review', subjectId: 'x', endsOn: '2099-01-01', ...own },
  })
  expect(() => openCalendar(bank, { token: toReview, now })).toThrow(unknown)
})

it('belongs to nobody once they left the organisation', () => {
  place.bank.delete(memberships).run()
  expect(addresseeOf(place.bank, own)).toBeNull()
})
