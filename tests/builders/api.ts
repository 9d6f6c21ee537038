import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { apiRouter } from '#app/api/api-router.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import type { ApiScope } from '#app/db/schema/bank/index.ts'
import { makeToken } from '#app/services/api-tokens/tokens.server.ts'
import type { Team } from './bank.ts'

export type ServedApi = { url: string; stop: () => Promise<void> }

/** The HTTP API over a folder, without the pages. */
export async function serveApi(here: Instance): Promise<ServedApi> {
  const app = express()
  app.use('/api', apiRouter(here))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) }
}

/** A token of a team's administrator, good for a year from now. */
export function tokenOf(
  here: Instance,
  { organisationId, people }: Team,
  scopes: ApiScope[] = ['read', 'export'],
): string {
  const personId = people.administrator.id
  const wanted = { name: 'Robot', scopes, days: 365, organisationId, personId }
  return makeToken(here.bank, { ...wanted, now: new Date() }).secret
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
