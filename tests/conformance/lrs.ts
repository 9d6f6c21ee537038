import type { Version } from '#app/lrs/http/version.ts'
import { type Endpoint, openEndpoint } from '#tests/app/lrs/endpoint.ts'

export type Query = Record<string, string>
type Init = { query?: Query; body?: unknown; headers?: Record<string, string>; as?: string }

/** An endpoint spoken to in one version of the standard. */
export type Lrs = {
  version: Version
  endpoint: Endpoint
  send: (method: string, path: string, init?: Init) => Promise<Response>
  post: (body: unknown, headers?: Record<string, string>) => Promise<Response>
  put: (statementId: string, body: unknown) => Promise<Response>
  get: (query?: Query, headers?: Record<string, string>) => Promise<Response>
  /** The statement of an id, as JSON. */
  read: (statementId: string) => Promise<Json>
  /** The statements that a query finds, in its order. */
  find: (query: Query) => Promise<Told[]>
  /** How many statements are kept. */
  count: () => number
}

export type Told = Json & { id: string }
export type Json = Record<string, unknown>

export async function openLrs(
  version: Version,
  given: { patience?: number } = {},
): Promise<Lrs> {
  const endpoint = await openEndpoint(given)
  const count = endpoint.statements.$client.prepare('select count(*) from statements').pluck()
  const send: Lrs['send'] = (method, path, { query = {}, body, headers, as } = {}) => {
    const parameters = new URLSearchParams(query).toString()
    return endpoint.call(parameters ? `${path}?${parameters}` : path, {
      method,
      body,
      headers: { 'X-Experience-API-Version': version, ...headers },
      ...(as !== undefined && { as }),
    })
  }
  const get: Lrs['get'] = (query = {}, headers = {}) =>
    send('GET', '/statements', { query, headers })
  return {
    version,
    endpoint,
    send,
    get,
    post: (body, headers = {}) => send('POST', '/statements', { body, headers }),
    put: (statementId, body) => send('PUT', '/statements', { query: { statementId }, body }),
    read: async (statementId) => (await get({ statementId })).json(),
    find: async (query) =>
      ((await (await get(query)).json()) as { statements: Told[] }).statements,
    count: () => count.get() as number,
  }
}
