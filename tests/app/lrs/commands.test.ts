import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBank } from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import { openStatementStore } from '#app/lrs/statements/statement-store.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { grain } from '#tests/builders/command-line.ts'
import { openFolder } from '#tests/builders/instance.ts'
import { temporaryFolder } from '#tests/builders/zip.ts'
import { learner } from './learner.ts'

let folder: string
let registration: string

beforeAll(async () => {
  folder = await temporaryFolder()
  const here = openFolder(folder)
  here.bank.insert(organisations).values({ id: 'one', name: 'Centre' }).run()
  const scope = 'all' as const
  const credential = {
    ...{ key: 'k', organisationId: 'one', scope, moduleId: null, participantId: null },
  }
  const { iriBase } = here
  const store = openStatementStore(here.statements, { iriBase, now: () => new Date() })
  for (const name of ['ana', 'bob']) {
    const someone = learner({ iriBase, name })
    registration = someone.attempt.registration
    const told = [someone.starts(), someone.reads('section001', 9), someone.passes()]
    await store.append({
      credential,
      statements: told.map((each) => ({ ...each, version: '1.0.3' })) as never,
    })
  }
  here.bank.$client.close()
  here.statements.$client.close()
})
afterAll(() => expect(readdirSync(folder).filter((name) => /verifying/.test(name))).toEqual([]))

it('rollups that are what the statements say are found equal', async () => {
  expect(await grain(folder, 'rollups', 'verify')).toMatchObject({
    ...{ code: 0, out: 'Every figure is what the statements say.\n', err: '' },
  })
})

it('a figure that was changed by hand is found and named, and counting again puts it right', async () => {
  const { statements, bank } = openFolder(folder)
  statements.$client.exec('update edition_days set passed = passed + 1')
  statements.$client.close()
  bank.$client.close()
  const found = await grain(folder, 'rollups', 'verify', '--json')
  expect(found.code).toBe(1)
  expect(JSON.parse(found.out)).toMatchObject({
    ...{ equal: false, difference: { table: 'edition_days', how: 'too much' } },
  })
  expect(found.err).toContain('rollups rebuild')
  expect(await grain(folder, 'rollups', 'rebuild')).toMatchObject({ code: 0 })
  expect(await grain(folder, 'rollups', 'verify')).toMatchObject({ code: 0 })
})

it('all that names a learner is handed over, then erased, and the trail says so without a name', async () => {
  const told = await grain(folder, 'actor', 'export', '--pseudonym', 'bob')
  const lines = told.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(3)
  expect(lines[0].context.registration).toBe(registration)
  const erased = await grain(folder, 'actor', 'erase', '--pseudonym', 'bob')
  expect(erased).toMatchObject({
    code: 0,
    out: 'Erased: 3 statements, 0 documents, 0 files.\n',
  })
  expect(await grain(folder, 'actor', 'export', '--pseudonym', 'bob')).toMatchObject({
    out: '',
  })
  expect(await grain(folder, 'rollups', 'verify')).toMatchObject({ code: 0 })
  const ledger = join(folder, 'erasures.jsonl')
  expect(existsSync(ledger)).toBe(true)
  expect(await grain(folder, 'actor', 'replay', ledger)).toMatchObject({
    ...{ code: 0, out: 'Erased: 0 statements, 0 documents, 0 files.\n' },
  })
  const trail = await grain(folder, 'audit', 'export')
  expect(trail.out).toContain('actor.erased')
  expect(trail.out).not.toContain('bob')
  const bank = openBank(join(folder, 'bank.sqlite'))
  expect(verifyTrail(bank, null).firstBroken).toBeNull()
  bank.$client.close()
})

it.each([
  [['actor', 'erase'], 2, 'say who'],
  [['actor', 'erase', '--mbox', 'a@b.c', '--pseudonym', 'x'], 2, 'say who'],
  [['actor', 'erase', '--account', 'nobody'], 2, '--account'],
  [['actor', 'forget', '--mbox', 'a@b.c'], 2, 'say "export"'],
  [['actor', 'replay', '/nowhere'], 1, 'no such file'],
  [['rollups', 'check'], 2, 'say "verify"'],
])('%j is refused in words, and nothing is erased', async (words, code, said) => {
  const before = await grain(folder, 'actor', 'export', '--pseudonym', 'ana')
  const answer = await grain(folder, ...words)
  expect(answer.code).toBe(code)
  expect(answer.err).toContain(said)
  expect(await grain(folder, 'actor', 'export', '--pseudonym', 'ana')).toEqual(before)
})
