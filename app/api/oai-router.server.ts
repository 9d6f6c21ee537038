import { type Request, type RequestHandler, Router, text } from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { answerOai } from '#app/services/oai/answer.server.ts'
import { rateLimit } from './rate-limit.ts'

/** The longest request, in bytes: a resumption token is the longest part of one. */
const largestBody = 16 * 1024

/**
 * What other catalogues harvest, at `/oai`: public, without cookies, as fast for each address as the
 * API is for a token. Whoever asks too fast hears 503 and when to come back, as the protocol says.
 */
export function oaiRouter(here: Instance): Router {
  const limit = rateLimit()
  const router = Router()
  const answer: RequestHandler = (request, response) => {
    const now = new Date()
    const wait = limit(`address ${request.ip}`, 1, now.getTime())
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    if (wait > 0) {
      response.set('Retry-After', `${wait}`).status(503).type('text').send('503')
      return
    }
    response.type('text/xml; charset=utf-8').send(answerOai(here, askedIn(request), now))
  }
  router.get('/', answer)
  router.post('/', text({ type: () => true, limit: largestBody }), answer)
  router.use((_request, response) => {
    response.set('Allow', 'GET, HEAD, POST').status(405).end()
  })
  return router
}

function askedIn({ method, body, originalUrl }: Request): URLSearchParams {
  if (method === 'POST') return new URLSearchParams(typeof body === 'string' ? body : '')
  return new URL(originalUrl, 'http://localhost').searchParams
}
