import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { isMember } from '#app/services/accounts/list-members.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import {
  grantable,
  parentsAgreed,
  type RightsRecord,
  recognisable,
  useBases,
} from '#content-schema/rights-record.ts'
import { findAsset } from './find-asset.server.ts'
import { passOnRights } from './pass-on.server.ts'

const day = z.string().refine(isDay).nullable()

export const Rights: z.ZodType<RightsRecord> = z.object({
  title: z.string().trim().max(200),
  authors: z.array(z.string().trim().min(1).max(120)).max(20),
  source: z.string().trim().max(500),
  licence: z.string().refine((id) => licence(id) !== null),
  basis: z.enum(useBases),
  changes: z.string().trim().max(300),
  previousChanges: z.string().trim().max(300),
  holder: z.string().trim().max(200),
  granted: z.array(z.enum(grantable)).max(grantable.length),
  territory: z.string().trim().max(200),
  from: day,
  until: day,
  proof: z.string().trim().max(500),
  proofFile: z.string().max(64).nullable(),
  sourceUpdatedOn: day,
  people: z.enum(recognisable),
  release: z.object({
    by: z.string().trim().max(200),
    until: day,
    minors: z.enum(parentsAgreed),
  }),
  guarantorId: z.string().max(40).nullable(),
})

export type RightsChange = {
  digest: string
  record: RightsRecord
  organisationId: string
  personId: string
  now: Date
}

/** Says what is known of a file's rights; editions already published keep what was known then. */
export function recordRights(bank: Bank, change: RightsChange): void {
  const { digest, organisationId, personId, record } = change
  const at = change.now.getTime()
  bank.transaction((tx) => {
    if (!findAsset(tx, change)) throw new UserError('asset.not-found', {}, 404)
    refuseUnfit(tx, change)
    tx.update(assetRights)
      .set({ record, changedAt: at, changedBy: personId })
      .where(
        and(eq(assetRights.organisationId, organisationId), eq(assetRights.digest, digest)),
      )
      .run()
    passOnRights(tx, { ...change, from: organisationId })
    const details = { licence: record.licence, basis: record.basis }
    recordEvent(tx, {
      at,
      organisationId,
      personId,
      action: 'rights.recorded',
      object: digest,
      details,
    })
  })
}

/** A right begins before it ends; who answers for it and what proves it are the organisation's own. */
function refuseUnfit(tx: Pick<Bank, 'select'>, { record, organisationId }: RightsChange): void {
  const { from, until, guarantorId, proofFile } = record
  if (from !== null && until !== null && until < from)
    throw new UserError('form.field', { field: 'until' })
  if (guarantorId && !isMember(tx, { personId: guarantorId, organisationId }))
    throw new UserError('guarantee.stranger', {}, 404)
  if (proofFile && !findAsset(tx, { digest: proofFile, organisationId }))
    throw new UserError('asset.not-found', {}, 404)
}
