import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import type { Upload } from '@tus/server'
import type { Instance } from '#app/db/instance.server.ts'
import type { Member } from '#app/services/rights.ts'
import { UserError } from './user-error.ts'

/**
 * Where a file stands that somebody sent and that has arrived whole, until it is swept away.
 *
 * @throws UserError `asset.none` (404) for one that is not theirs, `asset.broken` (400) for a part of one
 */
export async function arrivedFile(here: Instance, member: Member, id: string) {
  const store = openStore(here)
  const upload = await findUpload(store, id)
  refuseOthers(upload, member)
  const { size, offset, metadata } = upload
  if (size === undefined || offset !== size) throw new UserError('asset.broken', {}, 400)
  if (metadata.digest) throw new UserError('asset.none', {}, 404)
  return { path: join(store.directory, upload.id), name: metadata.filename }
}

/** An upload with whose it is; what the sender says of that is never read. */
export type OwnUpload = Upload & { metadata: OwnMetadata }
type OwnMetadata = {
  filename: string
  personId: string
  organisationId: string
  /** The digest of the file that it was made from. */
  madeFrom?: string
  /** The file it became, once it was taken in. */
  digest?: string
}

export function openStore({ settings }: Instance): FileStore {
  return new FileStore({ directory: join(settings.dataDir, 'arriving') })
}

/** An upload under way, or that was taken in: its file then stands elsewhere. */
export async function findUpload(store: FileStore, id: string): Promise<OwnUpload> {
  const known = /^[0-9a-z]{10}$/.test(id) ? await store.configstore.get(id) : undefined
  const upload = known?.metadata?.digest ? known : await store.getUpload(id).catch(() => null)
  if (!upload) throw new UserError('asset.none', {}, 404)
  return upload as OwnUpload
}

export function refuseOthers({ metadata }: OwnUpload, member: Member): void {
  const own = metadata.personId === member.personId
  if (!own || metadata.organisationId !== member.organisationId)
    throw new UserError('asset.none', {}, 404)
}
