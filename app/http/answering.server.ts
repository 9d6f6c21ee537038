import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import type { Action, Member } from '#app/services/rights.ts'
import { readOn } from './read-on.ts'
import { requireMember } from './require-member.server.ts'
import { type Refused, type SaidRefusal, saidTo } from './said-refusal.server.ts'
import { asUserError, type UserError } from './user-error.ts'

type Endpoint = (request: ExpressRequest, response: ExpressResponse) => void | Promise<void>

/** A refusal leaves as JSON, at once, though the rest of an upload may still be coming. */
export function answering(endpoint: Endpoint) {
  return async (request: ExpressRequest, response: ExpressResponse) => {
    try {
      await endpoint(request, response)
    } catch (error) {
      const { status, body } = refusal(error, (refused) => saidTo(request, refused))
      response.status(status).json(body)
      readOn(request)
    }
  }
}

/** What is said to a page's script, for whatever was thrown. */
export function refusal(error: unknown, say: (refused: Refused) => SaidRefusal) {
  const refused = asRefused(error)
  return { status: refused.status, body: { refusal: say(refused) } }
}

function asRefused(error: unknown): (Refused & Pick<UserError, 'status'>) | Failed {
  const refused = asUserError(error)
  if (refused) return refused
  if (error instanceof Response) return { code: 'sign-in.needed', params: {}, status: 401 }
  console.error(error)
  return { code: 'server.failed', params: {}, status: 500 }
}

type Failed = Refused & { status: 500 }

/** Whoever sends a request that does not go through Remix, if their role allows it. */
export function memberOf(cookie: string | null | undefined, action: Action): Member {
  const headers = { Cookie: cookie ?? '' }
  return requireMember(new Request('http://application.invalid/files', { headers }), action)
}
