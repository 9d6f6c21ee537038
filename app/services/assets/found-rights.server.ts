import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights } from '#app/db/schema/bank/index.ts'
import type { SaidRights } from '#packaging/import/imported.ts'
import {
  type EmbeddedRights,
  embeddedRights,
  rightsOfDocument,
} from './embedded-rights.server.ts'
import type { AssetWithRights } from './find-asset.server.ts'

type Key = { digest: string; organisationId: string }

/** Keeps what the document says that a file came in, to be proposed. */
export function keepSaid(
  bank: Pick<Bank, 'update'>,
  { said, ...key }: Key & { said: SaidRights & { from: string } },
): void {
  bank.update(assetRights).set({ said }).where(isOf(key)).run()
}

/**
 * What can be proposed for a file: what it says itself, else the document it came in. Nothing, once a
 * person has said it.
 */
export async function foundRights(
  { bank, dataDir }: { bank: Pick<Bank, 'select'>; dataDir: string },
  { organisationId, ...asset }: AssetWithRights & { organisationId: string },
): Promise<EmbeddedRights | null> {
  if (asset.rights.licence !== 'unknown') return null
  const embedded = await embeddedRights(dataDir, asset)
  if (embedded) return embedded
  const { digest } = asset
  const row = bank
    .select({ said: assetRights.said })
    .from(assetRights)
    .where(isOf({ digest, organisationId }))
    .get()
  return row?.said ? rightsOfDocument(row.said) : null
}

function isOf({ digest, organisationId }: Key) {
  return and(eq(assetRights.digest, digest), eq(assetRights.organisationId, organisationId))
}
