import { and, asc, count, eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { publicationProfiles } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { newId } from '#content-schema/identity.ts'
import { type Publication, PublicationFields } from '#packaging/index.ts'
import type { Format } from '#packaging/package-source.ts'

/** More than this in one organisation are no longer found in a list. */
const most = 200

export const ProfileName = z.string().trim().min(1).max(80)

export type Profile = {
  id: string
  name: string
  /** The LMS it is for; `null` for a standard alone. */
  preset: string | null
  format: Format
  publication: Publication
  traces: boolean
  /** As the organisation looks and speaks, where it says how. */
  themed: boolean
}

export type Keeping = Omit<Profile, 'id'> & {
  organisationId: string
  personId: string
  now: Date
}

/** What an organisation keeps, by name. */
export function listProfiles(db: Pick<Bank, 'select'>, organisationId: string): Profile[] {
  return db
    .select()
    .from(publicationProfiles)
    .where(eq(publicationProfiles.organisationId, organisationId))
    .orderBy(asc(publicationProfiles.name))
    .all()
    .map(({ id, name, preset, format, publication, traces, themed }) => ({
      ...{ id, name, preset, format, traces, themed },
      publication: PublicationFields.parse(publication),
    }))
}

/**
 * Keeps a way of publishing; one of the same name is replaced.
 *
 * @returns its id
 * @throws UserError `profile.too-many` (409)
 */
export function keepProfile(bank: Bank, keeping: Keeping): string {
  const { organisationId, personId, now, ...profile } = keeping
  const at = now.getTime()
  return bank.transaction(
    (tx) => {
      refuseMore(tx, organisationId)
      const kept = { ...profile, keptBy: personId, keptAt: at }
      const { id } = tx
        .insert(publicationProfiles)
        .values({ id: newId(), organisationId, ...kept })
        .onConflictDoUpdate({
          target: [publicationProfiles.organisationId, publicationProfiles.name],
          set: kept,
        })
        .returning({ id: publicationProfiles.id })
        .get()
      const details = { name: profile.name, format: profile.format }
      recordEvent(tx, {
        ...{ at, organisationId, personId, details },
        action: 'profile.kept',
        object: id,
      })
      return id
    },
    { behavior: 'immediate' },
  )
}

/** @throws UserError `profile.not-found` (404), also for another organisation's */
export function removeProfile(
  bank: Bank,
  key: { profileId: string; organisationId: string; personId: string; now: Date },
): void {
  const { profileId, organisationId, personId, now } = key
  bank.transaction((tx) => {
    const removed = tx
      .delete(publicationProfiles)
      .where(
        and(
          eq(publicationProfiles.id, profileId),
          eq(publicationProfiles.organisationId, organisationId),
        ),
      )
      .returning({ name: publicationProfiles.name })
      .get()
    if (!removed) throw new UserError('profile.not-found', {}, 404)
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, details: removed },
      action: 'profile.removed',
      object: profileId,
    })
  })
}

function refuseMore(tx: Pick<Bank, 'select'>, organisationId: string): void {
  const kept = tx
    .select({ count: count() })
    .from(publicationProfiles)
    .where(eq(publicationProfiles.organisationId, organisationId))
    .get()
  if ((kept?.count ?? 0) >= most) throw new UserError('profile.too-many', { most }, 409)
}
