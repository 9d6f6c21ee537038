import { instance } from '#app/db/instance.server.ts'
import { redirect } from '#app/framework.ts'
import { readSession, type SignedIn } from '#app/services/accounts/sessions.server.ts'
import { type Action, may } from '#app/services/rights.ts'
import { readSessionCookie } from './session-cookie.server.ts'
import { UserError } from './user-error.ts'

/** Who is signed in, or `null`. */
export function currentMember(request: Request): SignedIn | null {
  const token = readSessionCookie(request)
  return token ? readSession(instance().bank, token, new Date()) : null
}

/**
 * Asked first by every loader, action and endpoint behind the sign-in page.
 *
 * @throws a redirection to the sign-in page, or UserError `rights.refused` (403)
 */
export function requireMember(request: Request, action: Action): SignedIn {
  const member = currentMember(request)
  if (!member) throw redirect(`/sign-in?to=${encodeURIComponent(pathOf(request))}`)
  if (!may(member, action)) throw new UserError('rights.refused', {}, 403)
  return member
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return request.method === 'GET' ? `${pathname}${search}` : pathname
}
