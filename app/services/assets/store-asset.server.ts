import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, assets } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import { type Arrival, keep, receive } from './asset-files.server.ts'
import { type AssetWithRights, findAsset } from './find-asset.server.ts'
import { type Identity, identify } from './identify.server.ts'

export type AssetStore = {
  bank: Bank
  dataDir: string
  /** The most bytes a file may have, `largestFile` unless told otherwise. */
  largest?: number
}

/** Who brings a file in, and what they call it. */
export type BroughtIn = {
  /** As the browser gave it: only used to name the file in its rights record. */
  fileName: string
  organisationId: string
  personId: string
  now: Date
}

export type AssetUpload = BroughtIn & { stream: Readable }

/**
 * Takes a file in: under its SHA-256, once, with its rights said to be unknown until someone says.
 *
 * @throws UserError when it is too large, broken, or of a kind that learners could not use
 */
export async function storeAsset(
  { bank, dataDir, largest }: AssetStore,
  upload: AssetUpload,
): Promise<AssetWithRights> {
  return takeIn({ bank, dataDir }, await receive(dataDir, upload.stream, largest), upload)
}

/**
 * As {@link storeAsset}, for a file that has arrived whole: it is moved to its place, or removed.
 * Two arrivals of one file at once give one.
 */
export async function takeIn(
  { bank, dataDir }: AssetStore,
  arrival: Arrival,
  upload: BroughtIn,
): Promise<AssetWithRights> {
  const { kept, identity } = await identified(dataDir, arrival, upload.fileName)
  await keep(dataDir, kept)
  recordAsset(bank, kept, identity, upload)
  return findAsset(bank, { digest: kept.digest, organisationId: upload.organisationId })!
}

async function identified(
  dataDir: string,
  arrival: Arrival,
  fileName: string,
): Promise<{ kept: Arrival; identity: Identity }> {
  try {
    const identity = await identify(arrival.path)
    refuseDisguised(fileName, identity)
    if (identity.cleaned === null) return { kept: arrival, identity }
    const kept = await receive(dataDir, Readable.from([Buffer.from(identity.cleaned)]))
    await rm(arrival.path, { force: true })
    return { kept, identity }
  } catch (error) {
    await rm(arrival.path, { force: true })
    throw error
  }
}

/** A text under the name of a film would only be found out by learners. */
function refuseDisguised(fileName: string, { mediaType }: Identity): void {
  const names = /\.(mp4|m4v|mov|webm|mkv|avi|mp3|m4a|wav|ogg|opus|png|jpe?g|gif|webp|avif)$/i
  if (mediaType.startsWith('text/') && names.test(fileName))
    throw new UserError('asset.disguised', { name: fileName.slice(-80) }, 415)
}

function recordAsset(
  bank: Bank,
  { digest, bytes }: Arrival,
  identity: Identity,
  upload: BroughtIn,
): void {
  const { mediaType, extension, width, height, duration } = identity
  const at = upload.now.getTime()
  bank.transaction((tx) => {
    tx.insert(assets)
      .values({ digest, mediaType, extension, bytes, width, height, duration, storedAt: at })
      .onConflictDoNothing()
      .run()
    tx.insert(assetRights)
      .values({
        organisationId: upload.organisationId,
        digest,
        record: unknownRights(upload.fileName),
        changedAt: at,
        changedBy: upload.personId,
      })
      .onConflictDoNothing()
      .run()
  })
}

function unknownRights(fileName: string) {
  const title = fileName.replace(/\.[^.]*$/, '').slice(0, 200)
  return completeRights({ title, licence: 'unknown' })
}
