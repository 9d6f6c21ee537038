import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '@tus/file-store'
import { Server as TusServer } from '@tus/server'
import { type Request as ExpressRequest, Router } from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { assetPath, measure, tooLarge } from '#app/services/assets/asset-files.server.ts'
import { type AssetWithRights, findAsset } from '#app/services/assets/find-asset.server.ts'
import { inheritRights } from '#app/services/assets/inherit-rights.server.ts'
import { largestFile } from '#app/services/assets/largest-file.ts'
import { probe, unplayableCodec } from '#app/services/assets/probe.server.ts'
import { takeIn } from '#app/services/assets/store-asset.server.ts'
import { newId } from '#content-schema/identity.ts'
import { answering, memberOf, refusal } from './answering.server.ts'
import {
  findUpload,
  type OwnUpload,
  openStore,
  refuseOthers,
} from './arrived-uploads.server.ts'
import { said, saidTo } from './said-refusal.server.ts'
import { UserError } from './user-error.ts'

/**
 * Files come in by the tus protocol (version 1.0.0), part by part: after a lost connection, or a
 * restart of the server, the rest follows what has arrived. `POST /uploads/:id/asset` then takes
 * the whole file in; asked again, it gives the same answer, so that none can be lost on the way.
 */
export function uploadEndpoints(here: Instance): Router {
  const store = openStore(here)
  const tus = tusServer(here, store)
  const taking = new Map<string, Promise<string>>()
  const router = Router()
  router.all(['/uploads', '/uploads/:id'], (request, response, next) => {
    if (request.method === 'GET') next()
    else void tus.handle(request, response)
  })
  router.post(
    '/uploads/:id/asset',
    answering(async (request, response) => {
      const upload = await ownUpload(store, request)
      const digest = await once(taking, upload.id, () => takeUpload(here, store, upload))
      const { organisationId } = upload.metadata
      const asset = findAsset(here.bank, { digest, organisationId })!
      const { mediaType, width, height, duration } = asset
      const name = upload.metadata.filename
      const found = await warningOf(here, asset)
      const warning = found && saidTo(request, found)
      response.status(201).json({ digest, mediaType, width, height, duration, name, warning })
    }),
  )
  return router
}

function tusServer(here: Instance, datastore: FileStore): TusServer {
  return new TusServer({
    path: '/uploads',
    datastore,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => newId(),
    onIncomingRequest: async (request, id) => {
      const member = memberOf(request.headers.get('Cookie'), 'asset:add')
      if (request.method !== 'POST') refuseOthers(await findUpload(datastore, id), member)
    },
    onUploadCreate: async (request, { size, metadata }) => {
      const { personId, organisationId } = memberOf(request.headers.get('Cookie'), 'asset:add')
      await refuseUnfitting(here, size)
      const filename = String(metadata?.filename ?? '').slice(0, 255)
      const madeFrom = String(metadata?.madeFrom ?? '').slice(0, 64)
      return { metadata: { filename, personId, organisationId, madeFrom } }
    },
    onResponseError: (request, error) => {
      if ('status_code' in error) return undefined
      const { status, body } = refusal(error, (refused) => said(request, refused))
      return { status_code: status, body: JSON.stringify(body) }
    },
  })
}

/** Room that is always left on the disk for the databases, in bytes. */
const reserve = 256 * 1024 ** 2

/** Only a file that says how large it is, and for which there is room, begins to arrive. */
async function refuseUnfitting({ settings }: Instance, size: number | undefined) {
  if (size === undefined) throw new UserError('asset.none', {}, 400)
  if (size > largestFile) throw tooLarge()
  const { bavail, bsize } = await statfs(settings.dataDir)
  if (size + reserve > bavail * bsize) throw new UserError('asset.no-room', {}, 413)
}

async function ownUpload(store: FileStore, request: ExpressRequest): Promise<OwnUpload> {
  const member = memberOf(request.headers.cookie, 'asset:add')
  const upload = await findUpload(store, request.params.id ?? '')
  refuseOthers(upload, member)
  return upload
}

/** Takes a file in that has arrived whole; one that is refused leaves nothing behind. */
async function takeUpload(here: Instance, store: FileStore, upload: OwnUpload) {
  const { id, size, offset, metadata } = upload
  if (metadata.digest) return metadata.digest
  if (size === undefined || offset !== size) throw new UserError('asset.broken', {}, 400)
  const { filename: fileName, personId, organisationId } = metadata
  const by = { fileName, personId, organisationId, now: new Date() }
  const { bank, settings } = here
  try {
    const arrival = await measure(join(store.directory, id))
    const { digest } = await takeIn({ bank, dataDir: settings.dataDir }, arrival, by)
    if (metadata.madeFrom) inheritRights(bank, { ...by, digest, from: metadata.madeFrom })
    upload.metadata.digest = digest
    await store.configstore.set(id, upload)
    return digest
  } catch (error) {
    await store.configstore.delete(id)
    throw error
  }
}

/** What a sender should know of a file that was taken all the same. */
async function warningOf({ settings }: Instance, { digest, mediaType }: AssetWithRights) {
  if (!/^(video|audio)\//.test(mediaType)) return null
  const codec = unplayableCodec(await probe(assetPath(settings.dataDir, digest), mediaType))
  return codec && ({ code: 'asset.unplayable-codec', params: { codec } } as const)
}

/** Two requests for one thing wait for one another. */
function once<T>(under: Map<string, Promise<T>>, id: string, act: () => Promise<T>) {
  const way = under.get(id) ?? act().finally(() => under.delete(id))
  under.set(id, way)
  return way
}
