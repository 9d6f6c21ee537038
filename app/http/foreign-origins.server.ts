import type { RequestHandler } from 'express'
import type { Settings } from '#app/env.server.ts'
import { saidTo } from './said-refusal.server.ts'

/** The application's own origins: its public address and, on this machine alone, its twin. */
export function ownOrigins({ publicUrl, loopback, port }: Settings): string[] {
  const origin = new URL(publicUrl).origin
  return loopback ? [origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`] : [origin]
}

/**
 * Refuses every request that changes something and was not sent by a page of ours. The cookie is
 * `SameSite=Lax` already; this also holds for sister sites and for endpoints without a page.
 */
export function refuseForeignOrigins(settings: Settings): RequestHandler {
  const own = ownOrigins(settings)
  return (request, response, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next()
    const site = request.get('Sec-Fetch-Site')
    const origin = request.get('Origin')
    const ours = site ? site === 'same-origin' : origin !== undefined && own.includes(origin)
    if (ours) return next()
    const refused = { code: 'request.foreign', params: {} } as const
    response.status(403).json({ refusal: saidTo(request, refused) })
  }
}
