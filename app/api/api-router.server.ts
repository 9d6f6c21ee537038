import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Instance } from '#app/db/instance.server.ts'
import { readOn } from '#app/http/read-on.ts'
import { asUserError, UserError } from '#app/http/user-error.ts'
import { type Language, negotiate } from '#app/i18n/languages.ts'
import { sentences } from '#app/i18n/sentences.server.ts'
import { readToken } from '#app/services/api-tokens/tokens.server.ts'
import { largestPackage } from '#app/services/checks/check-upload.server.ts'
import { type ApiCaller, may } from '#app/services/rights.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.server.ts'
import { openApi } from './openapi.server.ts'
import { rateLimit } from './rate-limit.ts'

/** The largest body of JSON, in bytes: a hundred codes and a few settings. */
const largestBody = 256 * 1024

/**
 * What programs of an organisation ask, with a token: to be mounted at `/api`. No cookie is read
 * and no other site is let in, so that no page of anyone can ask in the name of who looks at it.
 */
export function apiRouter(here: Instance): Router {
  const limit = rateLimit()
  const router = Router({ caseSensitive: true })
  router.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    next()
  })
  router.get('/v1/openapi.json', (_request, response) => {
    response.json(openApi(here.settings.publicUrl))
  })
  for (const [path, methods] of byPath()) {
    const handlers = new Map(methods.map((each) => [each.method.toUpperCase(), each]))
    router.all(`/v1${path}`, (request, response) => {
      const asked = request.method === 'HEAD' ? 'GET' : request.method
      const found = handlers.get(asked)
      void answering(request, response, async () => {
        if (!found) throw unknownMethod(response, [...handlers.keys()])
        await serve({ here, limit, endpoint: found }, request, response)
      })
    })
  }
  router.use(nowhere)
  // An address that cannot even be decoded.
  router.use((_error: unknown, request: Request, response: Response, _next: NextFunction) => {
    nowhere(request, response)
  })
  return router
}

function nowhere(request: Request, response: Response): void {
  void answering(request, response, async () => {
    throw new UserError('api.unknown-address', {}, 404)
  })
}

/** In Express's words, each with all that can be asked there. */
function byPath(): Map<string, Endpoint[]> {
  const found = new Map<string, Endpoint[]>()
  for (const each of endpoints) {
    const path = each.path.replace(/\{(\w+)\}/g, ':$1')
    found.set(path, [...(found.get(path) ?? []), each])
  }
  return found
}

type Serving = { here: Instance; limit: ReturnType<typeof rateLimit>; endpoint: Endpoint }

async function serve(
  { here, limit, endpoint }: Serving,
  request: Request,
  response: Response,
): Promise<void> {
  const now = new Date()
  const caller = callerOf(here, request, response, { limit, now })
  slowDown(response, limit(caller.tokenId, endpoint.cost, now.getTime()))
  if (!may(caller, endpoint.needs)) throw outOfScope(response, endpoint)
  const answer = await endpoint.answer({
    ...{ here, caller, now, request, response },
    language: languageOf(request),
    path: read(endpoint.parameters, request.params),
    query: read(endpoint.query, request.query),
    body: await bodyOf(endpoint, request, response),
  })
  if (answer) response.status(answer.status).json(answer.body)
}

/** @throws UserError `token.needed` or `token.refused` (401), `api.too-many` (429) */
function callerOf(
  { bank }: Instance,
  request: Request,
  response: Response,
  { limit, now }: { limit: Serving['limit']; now: Date },
): ApiCaller {
  const [, secret] =
    /^Bearer +([\w-]{20,200}) *$/i.exec(request.get('Authorization') ?? '') ?? []
  const caller = secret ? readToken(bank, secret, now) : null
  if (caller) return caller
  slowDown(response, limit(`address ${request.ip}`, 1, now.getTime()))
  const refused = request.get('Authorization') !== undefined
  const error = refused ? ', error="invalid_token"' : ''
  response.set('WWW-Authenticate', `Bearer realm="grainotheque"${error}`)
  throw new UserError(refused ? 'token.refused' : 'token.needed', {}, 401)
}

/** @see RFC 6750, §3.1 */
function outOfScope(response: Response, { needs }: Endpoint): UserError {
  const scope = needs === 'module:read' ? 'read' : 'export'
  response.set(
    'WWW-Authenticate',
    `Bearer realm="grainotheque", error="insufficient_scope", scope="${scope}"`,
  )
  return new UserError('token.not-allowed', { scope }, 403)
}

function unknownMethod(response: Response, allowed: string[]): UserError {
  response.set('Allow', [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', '))
  return new UserError('api.method', {}, 405)
}

function slowDown(response: Response, seconds: number): void {
  if (seconds === 0) return
  response.set('Retry-After', `${seconds}`)
  throw new UserError('api.too-many', { seconds }, 429)
}

async function bodyOf({ body }: Endpoint, request: Request, response: Response) {
  if (body === null) return null
  if (body === 'zip') return refuseAnnounced(request)
  await new Promise<void>((resolve, reject) => {
    const parser = express.json({ limit: largestBody, type: () => true })
    parser(request, response, (error?: unknown) => (error ? reject(error) : resolve()))
  })
  return read(body, request.body)
}

/** What says that it is too large is not waited for. */
function refuseAnnounced(request: Request): null {
  const announced = Number(request.get('Content-Length') ?? 0)
  const megabytes = largestPackage / 1024 ** 2
  if (announced > largestPackage) throw new UserError('asset.too-large', { megabytes }, 413)
  return null
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  const [issue] = result.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : []
  throw new UserError('form.field', { field: [...(issue?.path ?? []), ...unknown].join('.') })
}

function languageOf(request: Request): Language {
  return negotiate(request.get('Accept-Language') ?? null)
}

async function answering(
  request: Request,
  response: Response,
  answer: () => Promise<void>,
): Promise<void> {
  try {
    await answer()
  } catch (error) {
    if (response.headersSent) return void response.destroy()
    const refused = refusalOf(error)
    const message = sentences(languageOf(request)).refusal(refused)
    response.removeHeader('Content-Disposition')
    response.removeHeader('ETag')
    response.status(refused.status).json({ code: refused.code, message })
    readOn(request)
  }
}

/** What express itself refuses comes with a status. */
function refusalOf(error: unknown): {
  code: UserError['code']
  params: UserError['params']
  status: number
} {
  const refused = asUserError(error)
  if (refused) return refused
  const { status } = error as { status?: number }
  if (status === 413)
    return { code: 'request.too-large', params: { megabytes: largestBody / 1024 ** 2 }, status }
  if (status === 416) return { code: 'api.range', params: {}, status }
  if (status && status < 500) return { code: 'api.not-json', params: {}, status: 400 }
  console.error(error)
  return { code: 'server.failed', params: {}, status: 500 }
}
