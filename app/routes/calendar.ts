import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { writeCalendar } from '#app/http/calendar.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { addresseeOf } from '#app/services/daily/daily-letter.server.ts'
import { datedNeeds } from '#app/services/home/needs.server.ts'
import { openCalendar } from '#app/services/personal-links/calendar-link.server.ts'

const Params = z.object({ file: z.string().max(100) })

/** Somebody's terms, for their own calendar, which asks again and again without signing in. */
export const loader = loads(({ params }) => {
  const { bank, settings } = instance()
  const now = new Date()
  const token = readParams(params, Params).file.replace(/\.ics$/, '')
  const found = addresseeOf(bank, openCalendar(bank, { token, now }))
  if (!found) throw new UserError('link.unknown', {}, 404)
  const { member, to } = found
  const text = writeCalendar({
    ...{ needs: datedNeeds(bank, { member, now }), organisation: member.organisationName },
    ...{ language: to.language, publicUrl: settings.publicUrl, now },
  })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, max-age=300',
      'Referrer-Policy': 'no-referrer',
    },
  })
})
