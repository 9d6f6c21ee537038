import { type Request as ExpressRequest, Router } from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { describeActivity } from '#app/services/activities/describe-activity.server.ts'
import { readToken } from '#app/services/api-tokens/tokens.server.ts'
import { may } from '#app/services/rights.ts'
import { profileDocument } from '#content-schema/statements/profile/profile.ts'
import { iriOf } from './own-iri.ts'
import { currentMember } from './require-member.server.ts'

const linkedData = 'application/ld+json'

/**
 * What programs get at the addresses of our IRIs, before the pages that people get there: our xAPI
 * profile, and definitions of activities. Whoever asks for anything gets the page.
 *
 * @see xAPI Profile Specification 1.0, Communication
 */
export function activityEndpoints(here: Instance): Router {
  const router = Router()
  router.get('/id/profile', (request, response, next) => {
    response.vary('Accept')
    const wanted = request.accepts(['html', linkedData, 'json'])
    if (wanted !== linkedData && wanted !== 'json') return next()
    response
      .set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=3600' })
      .type(wanted === 'json' ? 'json' : linkedData)
      .send(JSON.stringify(profileDocument(`${here.iriBase}/profile`), null, 2))
  })
  router.get(/^\/id\/.+/, (request, response, next) => {
    response.vary('Accept, Cookie, Authorization')
    if (request.accepts(['html', 'json']) !== 'json' || '_data' in request.query) return next()
    const iri = iriOf(here.iriBase, request.path)
    const found = describeActivity(here, { iri, organisationId: organisationOf(here, request) })
    response.set('Cache-Control', 'private, no-cache')
    if (found) response.json({ objectType: 'Activity', id: iri, definition: found.definition })
    else response.status(404).json({ error: { code: 'activity.not-found' } })
  })
  return router
}

/** Whose member, or whose program, asks; `null`: anybody. */
function organisationOf(here: Instance, request: ExpressRequest): string | null {
  const [, secret] =
    /^Bearer +([\w-]{20,200}) *$/i.exec(request.get('Authorization') ?? '') ?? []
  const headers = { Cookie: request.get('Cookie') ?? '' }
  const asking = secret
    ? readToken(here.bank, secret, new Date())
    : currentMember(new Request('http://application.invalid/id', { headers }))
  return asking && may(asking, 'module:read') ? asking.organisationId : null
}
