import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Bank,
  openBank,
  openStatements,
  type StatementsDb,
} from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import type { LrsScope } from '#app/db/schema/bank/lrs-credentials.ts'
import { bodyPatience } from '#app/lrs/http/xapi-request.server.ts'
import { createCredential, createXapiHandler } from '#app/lrs/index.server.ts'

export const iriBase = 'https://grain.example'

/** A real endpoint on a real port, over databases in memory. */
export type Endpoint = {
  url: string
  bank: Bank
  statements: StatementsDb
  /** Authorization header of a new key. */
  key: (scope: LrsScope, organisationId?: string) => string
  call: (path: string, init?: Init) => Promise<Response>
  close: () => Promise<void>
}

type Init = {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  as?: string
}

export async function openEndpoint(
  options: { now?: () => Date; statements?: StatementsDb; patience?: number } = {},
): Promise<Endpoint> {
  const bank = bankWithOrganisations()
  const statements = options.statements ?? openStatements(':memory:')
  const now = options.now ?? (() => new Date())
  const { patience = bodyPatience } = options
  const server = createServer(createXapiHandler({ bank, statements, iriBase, now, patience }))
  const url = await listen(server)
  const key = (scope: LrsScope, organisationId = 'one') =>
    basic(createCredential(bank, { organisationId, scope, now: now() }))
  const all = key('all')
  return {
    url,
    bank,
    statements,
    key,
    call: (path, init = {}) => call(`${url}${path}`, { as: all, ...init }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export function bankWithOrganisations(file = ':memory:'): Bank {
  const bank = openBank(file)
  const rows = ['one', 'two'].map((id) => ({ id, name: id }))
  bank.insert(organisations).values(rows).onConflictDoNothing().run()
  return bank
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`
}

export function basic({ key, secret }: { key: string; secret: string }): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`
}

function call(url: string, { method, body, headers, as }: Init & { as: string }) {
  return fetch(url, {
    method: method ?? 'GET',
    headers: {
      Authorization: as,
      'X-Experience-API-Version': '1.0.3',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: written(body) }),
  })
}

/** As JSON, unless it is written already. */
function written(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body
  return Buffer.isBuffer(body) ? Uint8Array.from(body) : JSON.stringify(body)
}
