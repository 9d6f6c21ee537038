import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStatements, type StatementsDb } from '#app/db/client.server.ts'
import { writeParts } from '#app/lrs/attachments/multipart.ts'
import {
  actorKey,
  documentsOf,
  eraseActor,
  keysOf,
  readErasures,
  recordErasure,
  statementsOf,
} from '#app/lrs/index.server.ts'
import type { XapiActor } from '#app/lrs/statements/xapi-statement.ts'
import { temporaryFolder } from '#tests/builders/zip.ts'
import { type Endpoint, iriBase, openEndpoint } from './endpoint.ts'
import { type Learner, learner, voiding } from './learner.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

const zoe: XapiActor = { mbox: 'mailto:Zoe@example.org' }
const part = { kind: 'element', sectionId: 'section001', id: 'element001' } as const
let endpoint: Endpoint
let statements: StatementsDb

beforeEach(async () => {
  endpoint = await openEndpoint()
  statements = endpoint.statements
})
afterEach(() => endpoint.close())

async function send(told: unknown, as?: string): Promise<void> {
  const answer = await endpoint.call('/statements', {
    method: 'POST',
    body: told,
    ...(as && { as }),
  })
  expect(answer.status).toBe(200)
}

const keyOf = (actor: XapiActor, organisationId = 'one') =>
  actorKey(statements, organisationId, actor)
const erase = (actor: XapiActor, organisationId = 'one') =>
  eraseActor(statements, { iriBase }, keyOf(actor, organisationId))
const all = (someone: Learner, remark = 'Tout est clair.') => [
  someone.starts(),
  someone.reads('section001', 40),
  someone.answers('question01', 'b', 0),
  someone.rates(part, 2),
  someone.remarks(part, remark),
  someone.passes(),
]
const someone = (actor: XapiActor) => learner({ actor: actor as never })

it('of whoever is erased nothing is left, and every figure is what a recomputation finds', async () => {
  const other = learner()
  await send([...all(someone(zoe), 'Je suis Zoé, et je suis perdue.'), ...all(other)])
  const referring = { ...voiding(randomUUID()), verb: { id: 'https://example.org/likes' } }
  const [first] = statementsOf(statements, keyOf(zoe))
  await send({
    ...referring,
    object: { objectType: 'StatementRef', id: JSON.parse(first!.payload).id },
  })
  expect(erase(zoe)).toEqual({ statements: 7, documents: 0, files: 0 })
  expect(everything()).not.toMatch(/zoe@|Zoé/i)
  const kept = dumpRollups(statements)
  expect(kept).toEqual(recomputedRollups(statements))
  expect(statementsOf(statements, keyOf(other.attempt.actor as XapiActor))).toHaveLength(6)
})

it('is known by the address that an LMS gave, whatever its case, and by the pseudonym made from it', async () => {
  await send(all(someone({ mbox: 'mailto:zoe@EXAMPLE.org' })))
  const packaged = endpoint.key('add')
  await send(all(someone(zoe)), packaged).catch(() => undefined)
  expect(erase(zoe).statements).toBeGreaterThanOrEqual(6)
  expect(everything()).not.toMatch(/zoe@/i)
  expect(statementsOf(statements, keyOf(zoe))).toEqual([])
})

it('leaves the statements of another organisation, and those of others in the same', async () => {
  await send(all(someone(zoe)), endpoint.key('all', 'two'))
  await send(all(learner()))
  expect(erase(zoe)).toMatchObject({ statements: 0 })
  expect(statementsOf(statements, keyOf(zoe, 'two'))).toHaveLength(6)
})

it('what instructs, is a member or is spoken of is found too', async () => {
  const plain = {
    verb: { id: 'https://example.org/v' },
    object: { id: 'https://example.org/o' },
  }
  const max = { mbox: 'mailto:max@example.org' }
  await send([
    { ...plain, actor: max, context: { instructor: zoe } },
    { ...plain, actor: { objectType: 'Group', member: [max, zoe] } },
    { ...plain, actor: max, object: { objectType: 'Agent', ...zoe } },
    { ...plain, actor: max },
  ])
  expect(erase(zoe).statements).toBe(3)
  expect(statementsOf(statements, keyOf(max))).toHaveLength(1)
})

it('states and profiles go, and the files that no other statement came with', async () => {
  const query = new URLSearchParams({
    ...{ activityId: 'https://example.org/a', agent: JSON.stringify(zoe), stateId: 's' },
  })
  await endpoint.call(`/activities/state?${query}`, { method: 'PUT', body: { page: 3 } })
  expect(documentsOf(statements, keyOf(zoe))).toHaveLength(1)
  await sendFiles(zoe, ['à elle', 'partagé'])
  await sendFiles({ mbox: 'mailto:max@example.org' }, ['partagé'])
  expect(erase(zoe)).toEqual({ statements: 1, documents: 1, files: 1 })
  const left = statements.$client.prepare('select content from attachments').pluck().all()
  expect(left.map(String)).toEqual(['partagé'])
})

it('whoever comes back is found again: nothing that was taken out is remembered', async () => {
  await send(all(someone(zoe)))
  erase(zoe)
  await send(all(someone(zoe)))
  const agent = encodeURIComponent(JSON.stringify(zoe))
  const found = await endpoint.call(`/statements?agent=${agent}`)
  expect((await found.json()).statements).toHaveLength(6)
  expect(dumpRollups(statements)).toEqual(recomputedRollups(statements))
})

it('whom a backup brings back is erased again from what was written down, which names nobody', async () => {
  const folder = await temporaryFolder()
  const before = join(folder, 'before.sqlite')
  await send([...all(someone(zoe)), ...all(learner())])
  statements.$client.prepare('vacuum into ?').run(before)
  await recordErasure(folder, keyOf(zoe), new Date())
  erase(zoe)
  const written = await readFile(join(folder, 'erasures.jsonl'), 'utf8')
  expect(written).not.toMatch(/zoe/i)
  const restored = openStatements(before)
  const back = keysOf(restored, readErasures(written))
  expect(back).toEqual([
    { organisationId: 'one', identifiers: ['mbox mailto:zoe@example.org'] },
  ])
  for (const key of back) eraseActor(restored, { iriBase }, key)
  expect(dumpRollups(restored)).toEqual(dumpRollups(statements))
  expect(keysOf(restored, readErasures(written))).toEqual([])
  restored.$client.close()
  expect(() => readErasures('{}')).toThrow('line 1')
})

/** Every text of every table. */
function everything(): string {
  const names = statements.$client
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[]
  return names
    .filter((name) => name !== '__drizzle_migrations')
    .map((name) => JSON.stringify(statements.$client.prepare(`select * from ${name}`).all()))
    .join('\n')
}

async function sendFiles(actor: XapiActor, contents: string[]): Promise<void> {
  const sha2 = (content: string) => createHash('sha256').update(content).digest('hex')
  const statement = {
    ...{
      actor,
      verb: { id: 'https://example.org/v' },
      object: { id: 'https://example.org/o' },
    },
    attachments: contents.map((content) => ({
      ...{ usageType: 'https://example.org/file', display: { fr: 'Fichier' } },
      ...{ contentType: 'text/plain', length: Buffer.byteLength(content), sha2: sha2(content) },
    })),
  }
  const parts = contents.map((content) => ({
    headers: new Map([
      ['Content-Type', 'text/plain'],
      ['Content-Transfer-Encoding', 'binary'],
      ['X-Experience-API-Hash', sha2(content)],
    ]),
    content: Buffer.from(content),
  }))
  const json = {
    headers: new Map([['Content-Type', 'application/json']]),
    content: Buffer.from(JSON.stringify(statement)),
  }
  const answer = await endpoint.call('/statements', {
    method: 'POST',
    body: writeParts([json, ...parts], 'cut'),
    headers: { 'Content-Type': 'multipart/mixed; boundary=cut' },
  })
  expect(answer.status).toBe(200)
}
