import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import type { Action, Member } from '#app/services/rights.ts'
import { readOn } from './read-on.ts'
import { requireMember } from './require-member.server.ts'
import { asUserError } from './user-error.ts'

type Endpoint = (request: ExpressRequest, response: ExpressResponse) => void | Promise<void>

/** A refusal leaves as JSON, at once, though the rest of an upload may still be coming. */
export function answering(endpoint: Endpoint) {
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

/** What is said to a program, for whatever was thrown. */
export function refusal(error: unknown) {
  const refused = asUserError(error)
  if (refused) {
    const { code, params, status } = refused
    return { status, body: { refusal: { code, params } } }
  }
  if (error instanceof Response)
    return { status: 401, body: { refusal: { code: 'sign-in.needed', params: {} } } }
  console.error(error)
  return { status: 500, body: { refusal: { code: 'server.failed', params: {} } } }
}

/** Whoever sends a request that does not go through Remix, if their role allows it. */
export function memberOf(cookie: string | null | undefined, action: Action): Member {
  const headers = { Cookie: cookie ?? '' }
  return requireMember(new Request('http://application.invalid/files', { headers }), action)
}
