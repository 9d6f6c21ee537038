import ical, { ICalEventTransparency } from 'ical-generator'
import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import { type Need, type NeedSpeech, sayNeed } from '#app/services/home/need.ts'

type Calendar = {
  needs: Need[]
  organisation: string
  language: Language
  /** Where the application is, without a slash at its end. */
  publicUrl: string
  now: Date
}

/**
 * What has a term as whole days of a calendar, each under an id that stays: one that moves is moved, one
 * that is done goes.
 *
 * @see RFC 5545
 */
export function writeCalendar({
  needs,
  organisation,
  language,
  publicUrl,
  now,
}: Calendar): string {
  const t = spoken(language).getFixedT(language, ['home', 'modules']) as NeedSpeech['t']
  const day = (on: string) => writeDay(on, language)
  const calendar = ical({
    name: `Grainothèque (${organisation})`,
    prodId: { company: 'Grainotheque', product: 'Grainotheque', language: 'FR' },
    ttl: 4 * 60 * 60,
  })
  for (const need of needs) {
    calendar.createEvent({
      ...{ id: `${need.id}@${new URL(publicUrl).host}`, stamp: now },
      ...{ start: new Date(`${need.on}T00:00:00Z`), allDay: true },
      ...{ summary: need.title, description: `${sayNeed({ t, day }, need)} ${day(need.on)}` },
      ...{ url: `${publicUrl}${need.to}`, transparency: ICalEventTransparency.TRANSPARENT },
    })
  }
  return calendar.toString()
}
