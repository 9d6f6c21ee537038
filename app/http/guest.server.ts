import { instance } from '#app/db/instance.server.ts'
import type { LinkPurpose } from '#app/db/schema/bank/index.ts'
import {
  type LinkSubject,
  type OpenedLink,
  openLink,
} from '#app/services/personal-links/personal-links.server.ts'
import { readCookie } from './session-cookie.server.ts'
import { UserError } from './user-error.ts'

export { linkAddress } from '#app/services/personal-links/link-address.ts'

/** Where a link leads: everything that its holder can do is below this path. */
export function guestPath({ purpose, subjectId }: LinkSubject): string {
  return `/invited/${purpose}s/${subjectId}`
}

/**
 * Keeps the token where no script reads it and no other path is sent it, until the link ends. Its
 * page is then reached without the token in the address.
 */
export function guestCookie(token: string, subject: LinkSubject): string {
  const secure = instance().settings.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `guest=${token}; Path=${guestPath(subject)}; HttpOnly; SameSite=Lax; Max-Age=7776000${secure}`
}

/**
 * Asked first by every loader, action and endpoint of a guest.
 *
 * @throws UserError `link.unknown` (404) also for a link to something else, `link.revoked` or
 *   `link.ended` (410)
 */
export function requireGuest(
  request: Request,
  purpose: LinkPurpose,
  subjectId: string,
): OpenedLink {
  const token = readCookie(request.headers.get('Cookie'), 'guest') ?? ''
  const opened = openLink(instance().bank, { token, now: new Date() })
  if (opened.purpose !== purpose || opened.subjectId !== subjectId)
    throw new UserError('link.unknown', {}, 404)
  return opened
}
