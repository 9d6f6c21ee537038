import { pipeline } from 'node:stream'
import {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  Router,
} from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import type { Asset } from '#app/services/assets/find-asset.server.ts'
import { glance, isDecoded, picture } from '#app/services/assets/pictures.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { findShownFile } from '#app/services/sharing/shown-files.server.ts'
import { readRegion } from '#content-schema/picture.ts'
import { answering, memberOf } from './answering.server.ts'
import { requireGuest } from './guest.server.ts'
import { UserError } from './user-error.ts'

/** Which file somebody asks for, if they may look at it. */
type Readable = (here: Instance, request: ExpressRequest) => Asset

/** Stored files, as streams: they never stand in memory whole, so they do not go through Remix. */
export function assetEndpoints(here: Instance): Router {
  const router = Router()
  const places: [string, Readable][] = [
    ['/files/:digest', readable],
    ['/invited/reviews/:reviewId/files/:digest', readableByGuest],
  ]
  for (const [path, find] of places) {
    router.get(
      path,
      answering((request, response) => show(here, find(here, request), response)),
    )
    router.get(
      `${path}/picture`,
      answering((request, response) =>
        showPicture(here, { asset: find(here, request), request }, response),
      ),
    )
  }
  return router
}

function show(here: Instance, asset: Asset, response: ExpressResponse): void {
  sendStored(response, asset.mediaType, assetPath(here.settings.dataDir, asset.digest))
}

/** A picture, or a part of it, in the size of a screen; a drawing as it is. */
async function showPicture(
  here: Instance,
  { asset, request }: { asset: Asset; request: ExpressRequest },
  response: ExpressResponse,
) {
  const { dataDir } = here.settings
  const region = String(request.query.region ?? '')
  if (region !== '' && !readRegion(region)) throw new UserError('page.not-found', {}, 404)
  if (!isDecoded(asset)) return show(here, asset, response)
  if (region !== '') {
    response.set({ ...harmless, 'Content-Type': 'image/webp' })
    response.end(await glance(dataDir, asset, region))
    return
  }
  const { fallback, sources } = await picture(dataDir, asset)
  const { mediaType, open } = sources.find(({ width }) => width >= 960) ?? fallback
  response.set({ ...harmless, 'Content-Type': mediaType })
  // A reader who leaves in the middle is no failure of ours.
  pipeline(open(), response, () => undefined)
}

function readable({ bank }: Instance, request: ExpressRequest): Asset {
  const { organisationId } = memberOf(request.headers.cookie, 'asset:read')
  const asset = findShownFile(bank, { digest: request.params.digest ?? '', organisationId })
  if (!asset) throw new UserError('asset.not-found', {}, 404)
  return asset
}

/** A guest sees the files of the revision that their link leads to. */
function readableByGuest({ bank }: Instance, request: ExpressRequest): Asset {
  const { reviewId = '', digest = '' } = request.params
  const headers = { Cookie: request.headers.cookie ?? '' }
  const asked = new Request('http://application.invalid/files', { headers })
  const { organisationId } = requireGuest(asked, 'review', reviewId)
  const { revision } = readReview(bank, { reviewId, organisationId })
  const files = filesOf(bank, resolved(bank, revision))
  const asset = files.find((file) => file.digest === digest)
  if (!asset) throw new UserError('asset.not-found', {}, 404)
  return asset
}

/** Where nothing could run; a file never changes under its digest. */
const harmless = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, max-age=31536000, immutable',
}

function sendStored(response: ExpressResponse, mediaType: string, path: string): void {
  response.set({ ...harmless, 'Content-Type': mediaType })
  // "allow": the data folder itself may stand below a hidden one.
  response.sendFile(path, { dotfiles: 'allow' })
}
