import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { findAsset } from './find-asset.server.ts'

const day = z.string().refine(isDay)

export const Rights: z.ZodType<RightsRecord> = z.object({
  title: z.string().trim().max(200),
  authors: z.array(z.string().trim().min(1).max(120)).max(20),
  source: z.string().trim().max(500),
  licence: z.string().refine((id) => licence(id) !== null),
  changes: z.string().trim().max(300),
  people: z.enum(['nobody', 'with-release', 'without-release']),
  until: day.nullable(),
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
  const { digest, organisationId, personId } = change
  const at = change.now.getTime()
  bank.transaction((tx) => {
    if (!findAsset(tx, change)) throw new UserError('asset.not-found', {}, 404)
    tx.update(assetRights)
      .set({ record: change.record, changedAt: at, changedBy: personId })
      .where(
        and(eq(assetRights.organisationId, organisationId), eq(assetRights.digest, digest)),
      )
      .run()
    const details = { licence: change.record.licence }
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
