import { createServer } from 'node:http'
import { join } from 'node:path'
import { openStatements } from '#app/db/client.server.ts'
import { listen } from '#tests/app/lrs/endpoint.ts'

/**
 * The least that could be called storing a statement: read it, insert its row with the columns,
 * indexes and durability of ours, answer. Nothing is checked nor counted. One commit a request, or
 * one for all that came meanwhile, which is as fast as a store on a disk can be.
 * `node --import tsx bare-statement-server.ts <folder> [together]`; prints `{ url, key }` once it
 * answers.
 */
const [, , folder, manner] = process.argv
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
  req.on('end', async () => {
    const statement = JSON.parse(Buffer.concat(chunks).toString())
    const storedAt = Date.now()
    statement.stored = new Date(storedAt).toISOString()
    const id = Buffer.from(statement.id.replaceAll('-', ''), 'hex')
    await store([id, storedAt, JSON.stringify(statement)])
    const body = JSON.stringify([statement.id])
    res.setHeader('Content-Type', 'application/json')
    res.setHeader('Content-Length', Buffer.byteLength(body))
    res.end(body)
  })
})

type Row = [id: Buffer, storedAt: number, payload: string]

let waiting: Row[] = []
let next: Promise<void> | null = null

async function store(row: Row): Promise<void> {
  if (manner !== 'together') return void insert.run(...row)
  waiting.push(row)
  next ??= new Promise((resolve) => setImmediate(() => resolve(storeAll())))
  return next
}

const insertAll = $client.transaction((rows: Row[]) => {
  for (const row of rows) insert.run(...row)
})

function storeAll(): void {
  const rows = waiting
  waiting = []
  next = null
  insertAll(rows)
}

console.log(JSON.stringify({ url: await listen(server), key: '' }))
