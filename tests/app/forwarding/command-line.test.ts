import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { forwardingDeadLetters } from '#app/db/schema/bank/index.ts'
import { now, workplace } from '#tests/builders/bank.ts'
import { grain } from '#tests/builders/command-line.ts'
import { addForwarding } from '#tests/builders/forwarding.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let targetId: string

beforeEach(() => {
  here = openFolder()
  targetId = addForwarding(workplace(here.bank), 'groupe-7f3a').targetId
  const letter = { statementId: '0193f2c0-7a11-7c3e-9a52-6f1b7f0c2a01', answer: 'non' }
  here.bank
    .insert(forwardingDeadLetters)
    .values({ ...letter, targetId, status: 400, state: 'kept', refusedAt: now.getTime() })
    .run()
})
afterEach(() => removeFolder(here))

const say = (...words: string[]) => grain(here.settings.dataDir, 'forward', ...words)

it('says how the forwarding goes, in a line or for programs', async () => {
  const line = 'groupe-7f3a\thttps://lrs.exemple.fr/xapi\trunning\t0 sent\t0 waiting\t1 refused'
  expect(await say('status')).toEqual({ code: 0, out: `${line}\t-\t-\n`, err: '' })
  const [target] = JSON.parse((await say('status', '--json')).out)
  expect(target).toMatchObject({ id: targetId, waiting: 0, letters: [{ status: 400 }] })
  expect(JSON.stringify(target)).not.toContain('ecret')
})

it('has what was refused sent again', async () => {
  const said = { code: 0, out: 'groupe-7f3a\t1 statement(s) will be sent again\n', err: '' }
  expect(await say('resend', '--to', 'groupe-7f3a')).toEqual(said)
  const states = here.bank.select().from(forwardingDeadLetters).all()
  expect(states).toMatchObject([{ state: 'resend' }])
  expect((await say('resend', '--to', 'ailleurs')).code).toBe(1)
  expect((await say('stop')).code).toBe(2)
})
