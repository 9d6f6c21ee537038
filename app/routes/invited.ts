import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { redirect } from '#app/framework.ts'
import { guestCookie, guestPath } from '#app/http/guest.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { openLink } from '#app/services/personal-links/personal-links.server.ts'

const LinkParams = z.object({ token: z.string().max(100) })

/** Where a personal link leads. Whoever fetches it, and how often, changes nothing. */
export const loader = loads(({ params }) => {
  const { token } = readParams(params, LinkParams)
  const opened = openLink(instance().bank, { token, now: new Date() })
  const headers = new Headers({ 'Set-Cookie': guestCookie(token, opened) })
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Cache-Control', 'no-store')
  return redirect(guestPath(opened), { status: 303, headers })
})
