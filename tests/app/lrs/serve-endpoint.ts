import { createServer } from 'node:http'
import { join } from 'node:path'
import { openStatements } from '#app/db/client.server.ts'
import type { LrsScope } from '#app/db/schema/bank/lrs-credentials.ts'
import { createCredential, createXapiHandler } from '#app/lrs/index.server.ts'
import { bankWithOrganisations, basic, iriBase, listen } from './endpoint.ts'

/**
 * A process that serves the endpoint over the databases of a folder, to be killed: `node
 * --import tsx serve-endpoint.ts <folder> [scope of the key]`. Prints `{ url, key }` once it
 * answers.
 */
const [, , folder, scope = 'all'] = process.argv
if (!folder) throw new RangeError('which folder?')
const bank = bankWithOrganisations(join(folder, 'bank.sqlite'))
const statements = openStatements(join(folder, 'statements.sqlite'))
const now = () => new Date()
/** What it can take is what is asked of it here. */
const rate = { burst: Number.MAX_SAFE_INTEGER, perSecond: 1 }
const handle = createXapiHandler({ bank, statements, iriBase, now, rate })
const url = await listen(createServer(handle))
const key = basic(
  createCredential(bank, { organisationId: 'one', scope: scope as LrsScope, now: now() }),
)
console.log(JSON.stringify({ url, key }))
