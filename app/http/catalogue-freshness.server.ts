import { createHash } from 'node:crypto'
import { desc } from 'drizzle-orm'
import express from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { auditEntries } from '#app/db/schema/bank/index.ts'
import { dayIn } from '#app/services/guarantees/days.ts'

/** Takes a request into account, and gives the seconds to wait: 0 for none. */
export type Limit = (caller: string, cost: number, now: number) => number

/** What a page, a preview and a message cost of what one visitor may ask for. */
const costs = { page: 1, preview: 10, message: 10 }

/**
 * Before the pages of the public catalogue: visitors who ask for too much wait, and a browser that has
 * a page as it is now keeps it. A page is another after anything was recorded in the bank, on another
 * day, in another language and from another start of the server.
 */
export function catalogueFreshness(here: Instance, limit: Limit): express.Router {
  const router = express.Router()
  const started = Date.now()
  router.use((request, response, next) => {
    const now = new Date()
    const wait = limit(`catalogue ${request.ip}`, costOf(request), now.getTime())
    if (wait > 0) {
      response.set('Retry-After', String(wait)).status(429).type('text')
      return response.send(`429 – ${wait} s`)
    }
    if (request.method !== 'GET' || 'preview' in request.query) return next()
    const last = lastChange(here)
    const asked = [request.originalUrl, request.get('Accept-Language'), request.get('Cookie')]
    const parts = [started, last.sequence, dayIn(now), ...asked]
    const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
    response.set({
      ETag: `W/"${digest.slice(0, 22)}"`,
      'Last-Modified': new Date(Math.max(last.at, started)).toUTCString(),
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language, Cookie',
    })
    return request.fresh ? response.status(304).end() : next()
  })
  return router
}

function costOf(request: express.Request): number {
  if (request.method === 'POST') return costs.message
  return 'preview' in request.query ? costs.preview : costs.page
}

function lastChange({ bank }: Instance): { sequence: number; at: number } {
  const { sequence, at } = auditEntries
  const last = bank.select({ sequence, at }).from(auditEntries).orderBy(desc(sequence)).limit(1)
  return last.get() ?? { sequence: 0, at: 0 }
}
