import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { type ChangeSave, saveChange } from '#app/services/modules/save-change.server.ts'
import { emptyBank } from '#tests/builders/bank.ts'

/**
 * A process that saves drafts as the route does, without the pages, to be killed:
 * `autosave-server.ts <folder>`. Prints its address once it answers.
 */
const bank = emptyBank(join(process.argv[2] ?? '', 'bank.sqlite'))
const organisationId = findOrganisations(bank)[0]!.id
const personId = listMembers(bank, { organisationId, role: 'designer' })[0]!.id

const server = createServer(async (request, response) => {
  const save = await read(request)
  const moduleId = request.url?.split('/')[2] ?? ''
  const key = { moduleId, organisationId, personId, now: new Date() }
  response.end(JSON.stringify(saveChange(bank, { ...key, ...save })))
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})

async function read(request: IncomingMessage) {
  return (await json(request)) as Pick<ChangeSave, 'base' | 'change'>
}
