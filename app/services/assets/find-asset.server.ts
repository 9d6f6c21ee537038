import { and, eq, inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, assets } from '#app/db/schema/bank/index.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'

export type Asset = typeof assets.$inferSelect
export type AssetWithRights = Asset & { rights: RightsRecord }

/** A file that this organisation brought in; `null` for one that is somebody else's. */
export function findAsset(
  db: Pick<Bank, 'select'>,
  { digest, organisationId }: { digest: string; organisationId: string },
): AssetWithRights | null {
  return listAssets(db, { digests: [digest], organisationId })[0] ?? null
}

/** The files of these digests that this organisation brought in, with what it knows of their rights. */
export function listAssets(
  db: Pick<Bank, 'select'>,
  { digests, organisationId }: { digests: string[]; organisationId: string },
): AssetWithRights[] {
  return db
    .select({ asset: assets, rights: assetRights.record })
    .from(assets)
    .innerJoin(assetRights, eq(assetRights.digest, assets.digest))
    .where(and(inArray(assets.digest, digests), eq(assetRights.organisationId, organisationId)))
    .all()
    .map(({ asset, rights }) => ({ ...asset, rights }))
}
