import {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  Router,
} from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { answering, memberOf } from './answering.server.ts'
import { UserError } from './user-error.ts'

/** Stored files, as streams: they never stand in memory whole, so they do not go through Remix. */
export function assetEndpoints(here: Instance): Router {
  const router = Router()
  router.get(
    '/files/:digest',
    answering((request, response) => show(here, request, response)),
  )
  return router
}

function show(here: Instance, request: ExpressRequest, response: ExpressResponse): void {
  const { organisationId } = memberOf(request.headers.cookie, 'asset:read')
  const digest = request.params.digest ?? ''
  const asset = findAsset(here.bank, { digest, organisationId })
  if (!asset) throw new UserError('asset.not-found', {}, 404)
  response.set({
    'Content-Type': asset.mediaType,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
  // "allow": the data folder itself may stand below a hidden one.
  response.sendFile(assetPath(here.settings.dataDir, digest), { dotfiles: 'allow' })
}
