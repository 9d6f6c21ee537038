import { createServer } from 'node:http'
import { join } from 'node:path'
import { openStatements } from '#app/db/client.server.ts'
import { listen } from '#tests/app/lrs/endpoint.ts'

/**
 * The least that could be called storing a statement: read it, insert its row with the columns,
 * indexes and durability of ours, one commit a request, answer. Nothing is checked nor counted.
 * `node --import tsx bare-statement-server.ts <folder>`; prints `{ url, key }` once it answers.
 */
const [, , folder] = process.argv
if (!folder) throw new RangeError('which folder?')
const { $client } = openStatements(join(folder, 'statements.sqlite'))
const insert = $client.prepare(
  `insert into statements
     (organisationId, id, storedAt, credentialKey, targetId, voiding, voided, payload)
   values ('one', ?, ?, 'key', null, 0, 0, ?)`,
)

const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk) => chunks.push(chunk))
  req.on('end', () => {
    const statement = JSON.parse(Buffer.concat(chunks).toString())
    const storedAt = Date.now()
    statement.stored = new Date(storedAt).toISOString()
    const id = Buffer.from(statement.id.replaceAll('-', ''), 'hex')
    insert.run(id, storedAt, JSON.stringify(statement))
    const body = JSON.stringify([statement.id])
    res.setHeader('Content-Type', 'application/json')
    res.setHeader('Content-Length', Buffer.byteLength(body))
    res.end(body)
  })
})
console.log(JSON.stringify({ url: await listen(server), key: '' }))
