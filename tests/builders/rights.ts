import { assetRights, assets } from '#app/db/schema/bank/index.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'
import type { Workplace } from './bank.ts'
import { anyDigest } from './document.ts'

/** A picture of the organisation, under these rights; there are no bytes behind it. */
export function addFile(
  { bank, organisationId, people }: Workplace,
  rights: Partial<RightsRecord> = {},
  digest = anyDigest,
): void {
  const file = { digest, mediaType: 'image/png', extension: '.png', bytes: 1, storedAt: 0 }
  bank.insert(assets).values(file).onConflictDoNothing().run()
  const record = completeRights({ title: 'Affiche', licence: 'cc-by-4.0', ...rights })
  const changedBy = people.designer.id
  bank
    .insert(assetRights)
    .values({ organisationId, digest, record, changedAt: 0, changedBy })
    .run()
}
