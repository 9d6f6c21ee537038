import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Settings } from '#app/env.server.ts'

/** The headers of every page of the application; scripts run only with this request's nonce. */
export function pageSecurity(settings: Settings, { dev }: { dev: boolean }): RequestHandler {
  const content = new URL(settings.contentUrl).origin
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      `frame-src ${content}`,
      `connect-src 'self'${dev ? ' ws:' : ''}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]
    response.set({
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    next()
  }
}
