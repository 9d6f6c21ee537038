import type { Bank } from '#app/db/client.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { linksOf, makeLink, openLink, revokeLinks } from './personal-links.server.ts'

/** Somebody's own calendar, in one organisation. */
type Own = { personId: string; organisationId: string; now: Date }

/** Calendars are asked for years on end; whoever wants no more of it takes the link back. */
const endsOn = '2999-12-31'

/** When the link that is good was made: milliseconds since 1970, UTC; `null`: there is none. */
export function calendarLinkSince(
  db: Pick<Bank, 'select'>,
  own: Omit<Own, 'now'>,
): number | null {
  const standing = linksOf(db, subjectOf(own)).filter(({ revokedAt }) => revokedAt === null)
  return standing.at(-1)?.madeAt ?? null
}

/** In place of the one before, which opens nothing any more. @returns the token, known this once */
export function makeCalendarLink(bank: Bank, { organisationId, now, ...own }: Own): string {
  return bank.transaction((tx) => {
    const subject = subjectOf({ ...own, organisationId })
    revokeLinks(tx, { ...subject, now })
    return makeLink(tx, { ...subject, ...own, organisationId, endsOn, now })
  })
}

export function revokeCalendarLink(bank: Bank, { now, ...own }: Own): void {
  revokeLinks(bank, { ...subjectOf(own), now })
}

/**
 * Whose calendar a link opens. One that was taken back, or that opens something else, is like one that
 * never was.
 *
 * @throws UserError `link.unknown` (404)
 */
export function openCalendar(
  db: Pick<Bank, 'select'>,
  given: { token: string; now: Date },
): Omit<Own, 'now'> {
  const opened = opens(db, given)
  if (opened?.purpose !== 'calendar') throw new UserError('link.unknown', {}, 404)
  const [personId = ''] = opened.subjectId.split(' ')
  return { personId, organisationId: opened.organisationId }
}

function opens(db: Pick<Bank, 'select'>, given: { token: string; now: Date }) {
  try {
    return openLink(db, given)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** Somebody in two organisations has a calendar of each. */
function subjectOf({ personId, organisationId }: Omit<Own, 'now'>) {
  return { purpose: 'calendar' as const, subjectId: `${personId} ${organisationId}` }
}
