import type { Bank } from '#app/db/client.server.ts'
import { guarantees } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import {
  findDraft,
  findRevision,
  latestEdition,
} from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { newId } from '#content-schema/identity.ts'
import { accept, refuseEnd } from './ask-guarantee.server.ts'
import { dayIn } from './days.ts'
import { countingGuarantees, findGuarantee } from './guarantee-rows.server.ts'
import { workersOf } from './work.server.ts'

export type Renewal = {
  guaranteeId: string
  organisationId: string
  /** Who signs, and answers from here on. */
  personId: string
  /** Of the revision that they looked at. */
  digest: string
  /** Last day covered, `YYYY-MM-DD`: another one, or the same where they only looked again. */
  endsOn: string
  note: string
  now: Date
}

/**
 * Signs for an aspect again, on the revision that was looked at; the row before stays as it was.
 *
 * @returns the id of the new guarantee
 * @throws UserError `guarantee.not-found` (404), `guarantee.not-yours` (403),
 *   `guarantee.superseded` (409), `guarantee.other-content` (409), `guarantee.already-ended`
 */
export function renewGuarantee(bank: Bank, renewal: Renewal): string {
  const { organisationId, personId, digest, endsOn, note, now } = renewal
  const at = now.getTime()
  return bank.transaction(
    (tx) => {
      const row = findGuarantee(tx, renewal)
      const { moduleId, aspect, lookEvery, toWatch } = row
      const counts = countingGuarantees(tx, { moduleId }).some(({ id }) => id === row.id)
      if (!counts) throw new UserError('guarantee.superseded', {}, 409)
      if (!workersOf(tx, organisationId)(row).includes(personId))
        throw new UserError('guarantee.not-yours', {}, 403)
      refuseEnd(endsOn, now)
      if (signable(tx, { moduleId, organisationId }).digest !== digest)
        throw new UserError('guarantee.other-content', {}, 409)
      if (!latestEdition(tx, moduleId))
        freezeRevision(tx, findDraft(tx, { moduleId, organisationId }), { personId, now })
      const id = newId()
      const deputyId = row.deputyId === personId ? null : row.deputyId
      tx.insert(guarantees)
        .values({
          ...{ id, moduleId, aspect, endsOn, lookEvery, toWatch, note, deputyId, personId },
          ...{ startsOn: dayIn(now), recordedBy: personId, recordedAt: at },
          signedDigest: digest,
        })
        .run()
      accept(tx, { id, moduleId, aspect, endsOn }, renewal)
      return id
    },
    { behavior: 'immediate' },
  )
}

/** What a guarantor looks at and signs: the latest edition; before the first, the draft as it stands. */
export function signable(
  db: Pick<Bank, 'select'>,
  key: { moduleId: string; organisationId: string },
): { digest: string; edition: string | null } {
  const latest = latestEdition(db, key.moduleId)
  if (!latest) return { digest: contentDigest(db, findDraft(db, key)), edition: null }
  const { digest } = findRevision(db, latest.revisionId)
  return { digest, edition: `${latest.major}.${latest.minor}` }
}
