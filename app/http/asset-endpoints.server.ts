import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import busboy from 'busboy'
import {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  Router,
} from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { assetPath, tooLarge } from '#app/services/assets/asset-files.server.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { largestFile } from '#app/services/assets/largest-file.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import type { Action, Member } from '#app/services/rights.ts'
import { heard } from './heard.ts'
import { readOn } from './read-on.ts'
import { requireMember } from './require-member.server.ts'
import { UserError } from './user-error.ts'

/** Files in and out, as streams: they never stand in memory whole, so they do not go through Remix. */
export function assetEndpoints(here: Instance): Router {
  const router = Router()
  router.post(
    '/files',
    answering((request, response) => upload(here, request, response)),
  )
  router.get(
    '/files/:digest',
    answering((request, response) => show(here, request, response)),
  )
  return router
}

async function upload(
  here: Instance,
  request: ExpressRequest,
  response: ExpressResponse,
): Promise<void> {
  const member = memberOf(request, 'asset:add')
  if (Number(request.get('Content-Length') ?? 0) > largestFile + 65_536) throw tooLarge()
  const { stream, fileName } = await firstFile(request)
  const store = { bank: here.bank, dataDir: here.settings.dataDir }
  const asset = await storeAsset(store, {
    stream,
    fileName,
    now: new Date(),
    ...member,
  }).catch((error) => {
    throw isCutShort(error) ? new UserError('asset.broken', {}, 400) : error
  })
  const { digest, mediaType, width, height } = asset
  response.status(201).json({ digest, mediaType, width, height, name: fileName })
}

function show(here: Instance, request: ExpressRequest, response: ExpressResponse): void {
  const { organisationId } = memberOf(request, 'asset:read')
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

function memberOf(request: ExpressRequest, action: Action): Member {
  const headers = { Cookie: request.headers.cookie ?? '' }
  return requireMember(new Request('http://application.invalid/files', { headers }), action)
}

/** The first file of a multipart form, as it arrives. */
function firstFile(request: IncomingMessage): Promise<{ stream: Readable; fileName: string }> {
  return new Promise((resolve, reject) => {
    const parser = openParser(request)
    parser.on('file', (_field, stream, { filename }) => {
      resolve({ stream: heard(stream), fileName: filename ?? '' })
    })
    // Unlike pipe(), this also ends the file when the sender goes away in the middle of it.
    pipeline(request, parser, () => reject(new UserError('asset.none', {}, 400)))
  })
}

function openParser(request: IncomingMessage) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 0 },
    })
  } catch {
    throw new UserError('asset.none', {}, 400)
  }
}

const cutCodes = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET']

/** The form ended, or its sender left, before the file did. */
function isCutShort({ message, code }: NodeJS.ErrnoException): boolean {
  return /^Unexpected end of (form|file)/.test(message) || cutCodes.includes(code ?? '')
}

type Endpoint = (request: ExpressRequest, response: ExpressResponse) => void | Promise<void>

/** A refusal leaves as JSON, at once, though the rest of an upload may still be coming. */
function answering(endpoint: Endpoint) {
  return async (request: ExpressRequest, response: ExpressResponse) => {
    try {
      await endpoint(request, response)
    } catch (error) {
      const { status, body } = refusal(error)
      response.status(status).json(body)
      readOn(request)
    }
  }
}

function refusal(error: unknown) {
  if (error instanceof UserError) {
    const { code, params, status } = error
    return { status, body: { refusal: { code, params } } }
  }
  if (error instanceof Response)
    return { status: 401, body: { refusal: { code: 'sign-in.needed', params: {} } } }
  console.error(error)
  return { status: 500, body: { refusal: { code: 'server.failed', params: {} } } }
}
