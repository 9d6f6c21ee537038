import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type LinkPurpose, personalLinks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { dayIn } from '#app/services/guarantees/days.ts'

/** What a link opens: nothing else. */
export type LinkSubject = { purpose: LinkPurpose; subjectId: string }

export type NewLink = LinkSubject & {
  organisationId: string
  /** Last day on which it opens anything, `YYYY-MM-DD`, grace included. */
  endsOn: string
  /** Whoever invites. */
  personId: string
  now: Date
}

/** @returns the only time that it is known: 256 random bits, to be put in an address */
export function makeLink(
  tx: Pick<Bank, 'insert'>,
  { personId, now, ...link }: NewLink,
): string {
  const token = randomBytes(32).toString('base64url')
  tx.insert(personalLinks)
    .values({
      ...{ tokenDigest: digestOf(token), ...link },
      ...{ madeBy: personId, madeAt: now.getTime(), revokedAt: null },
    })
    .run()
  return token
}

export type OpenedLink = LinkSubject & { organisationId: string; endsOn: string }

/**
 * What a link opens. Nothing is used up, however often it is asked.
 *
 * @throws UserError `link.unknown` (404), `link.revoked` or `link.ended` (410)
 */
export function openLink(
  db: Pick<Bank, 'select'>,
  { token, now }: { token: string; now: Date },
): OpenedLink {
  const { tokenDigest } = personalLinks
  const row = db
    .select()
    .from(personalLinks)
    .where(eq(tokenDigest, digestOf(token)))
    .get()
  if (!row) throw new UserError('link.unknown', {}, 404)
  if (row.revokedAt !== null) throw new UserError('link.revoked', {}, 410)
  const { purpose, subjectId, organisationId, endsOn } = row
  if (endsOn < dayIn(now)) throw new UserError('link.ended', { day: endsOn }, 410)
  return { purpose, subjectId, organisationId, endsOn }
}

/** None of them opens anything any more. @returns how many there were */
export function revokeLinks(
  tx: Pick<Bank, 'update'>,
  { now, ...subject }: LinkSubject & { now: Date },
): number {
  return tx
    .update(personalLinks)
    .set({ revokedAt: now.getTime() })
    .where(and(isOf(subject), isNull(personalLinks.revokedAt)))
    .run().changes
}

/** Those that still open something open it until another day. */
export function prolongLinks(
  tx: Pick<Bank, 'update'>,
  { endsOn, ...subject }: LinkSubject & { endsOn: string },
): void {
  tx.update(personalLinks)
    .set({ endsOn })
    .where(and(isOf(subject), isNull(personalLinks.revokedAt)))
    .run()
}

/** Those that were made for one person's part, the first first. */
export function linksOf(
  db: Pick<Bank, 'select'>,
  subject: LinkSubject,
): { madeAt: number; endsOn: string; revokedAt: number | null }[] {
  const { madeAt, endsOn, revokedAt } = personalLinks
  return db
    .select({ madeAt, endsOn, revokedAt })
    .from(personalLinks)
    .where(isOf(subject))
    .orderBy(madeAt)
    .all()
}

function isOf({ purpose, subjectId }: LinkSubject) {
  return and(eq(personalLinks.purpose, purpose), eq(personalLinks.subjectId, subjectId))
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
