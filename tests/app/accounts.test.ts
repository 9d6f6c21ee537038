import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Bank } from '#app/db/client.server.ts'
import { people, sessions } from '#app/db/schema/bank/index.ts'
import { hashPassword } from '#app/services/accounts/password.server.ts'
import {
  closeSession,
  openSession,
  readSession,
  sessionDays,
} from '#app/services/accounts/sessions.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { addTeam, emptyBank, now, type Team } from '#tests/builders/bank.ts'

const password = 'une phrase assez longue'
let passwordHash: string
let bank: Bank
let team: Team

beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

beforeEach(() => {
  bank = emptyBank()
  team = addTeam(bank, 'Centre du Val', passwordHash)
})

describe('signing in', () => {
  it('gives a token that says who it is, where and in which role', async () => {
    const token = await attempt({})
    expect(readSession(bank, token, now)).toEqual({
      personId: team.people.designer.id,
      name: team.people.designer.name,
      language: null,
      organisationId: team.organisationId,
      organisationName: 'Centre du Val',
      roles: ['designer'],
    })
  })

  it('takes the address as people type it', async () => {
    const email = ` ${team.people.designer.email.toUpperCase()} `
    await expect(attempt({ email })).resolves.toEqual(expect.any(String))
  })

  it('refuses a wrong password and an unknown address alike', async () => {
    const refusal = { code: 'sign-in.refused', status: 401, params: {} }
    await expect(attempt({ password: 'autre' })).rejects.toMatchObject(refusal)
    await expect(attempt({ email: 'nul@exemple.fr' })).rejects.toMatchObject(refusal)
  })

  it('is refused after eight wrong passwords for one account, even with the right one', async () => {
    await guess(8, (n) => ({ address: `10.0.0.${n}` }))
    const refusal = { code: 'sign-in.too-many', status: 429, params: { minutes: 15 } }
    await expect(attempt({})).rejects.toMatchObject(refusal)
  })

  it('counts guesses that are sent all at once', async () => {
    const guesses = Array.from({ length: 20 }, () => attempt({ password: 'autre' }))
    const answers = await Promise.allSettled(guesses)
    const codes = answers.map((each) => (each.status === 'rejected' ? each.reason.code : ''))
    expect(codes.filter((code) => code === 'sign-in.refused')).toHaveLength(8)
    expect(codes.filter((code) => code === 'sign-in.too-many')).toHaveLength(12)
  })

  it('is refused to an address that has tried forty accounts, and to no other', async () => {
    await guess(40, (n) => ({ email: `personne-${n}@exemple.fr`, address: '10.0.0.1' }))
    await expect(attempt({ address: '10.0.0.1' })).rejects.toMatchObject({
      code: 'sign-in.too-many',
    })
    await expect(attempt({ address: '10.0.0.2' })).resolves.toEqual(expect.any(String))
  })

  it('is possible again a quarter of an hour later', async () => {
    await guess(8)
    const later = new Date(now.getTime() + 15 * 60_000)
    await expect(attempt({ now: later })).resolves.toEqual(expect.any(String))
  })

  it('forgets the wrong passwords of whoever then finds the right one', async () => {
    await guess(7)
    await attempt({})
    await guess(7)
    await expect(attempt({})).resolves.toEqual(expect.any(String))
  })
})

describe('a session', () => {
  it('ends after two weeks, and is then forgotten', () => {
    const token = open()
    const end = now.getTime() + sessionDays * 86_400_000
    expect(readSession(bank, token, new Date(end - 1))).not.toBeNull()
    expect(readSession(bank, token, new Date(end))).toBeNull()
    openSession(bank, team.people.expert.id, new Date(end + 1))
    expect(bank.select().from(sessions).all()).toHaveLength(1)
  })

  it('ends when one signs out, and only that one', () => {
    const [here, there] = [open(), open()]
    closeSession(bank, here)
    expect(readSession(bank, here, now)).toBeNull()
    expect(readSession(bank, there, now)).not.toBeNull()
  })

  it('ends with the membership, and with the account', () => {
    const token = open()
    bank.$client.exec('delete from memberships')
    expect(readSession(bank, token, now)).toBeNull()
    bank.delete(people).run()
    expect(bank.select().from(sessions).all()).toEqual([])
  })

  it('cannot be opened with what is stored', () => {
    open()
    const { tokenDigest } = bank.select().from(sessions).get()!
    expect(readSession(bank, tokenDigest, now)).toBeNull()
    expect(readSession(bank, '', now)).toBeNull()
  })
})

type Attempt = Partial<Parameters<typeof signIn>[1]>

function attempt(change: Attempt): Promise<string> {
  const { email } = team.people.designer
  return signIn(bank, { email, password, address: '10.0.0.1', now, ...change })
}

async function guess(times: number, change: (n: number) => Attempt = () => ({})) {
  for (let n = 0; n < times; n += 1) {
    const refused = attempt({ password: 'autre', ...change(n) })
    await expect(refused).rejects.toMatchObject({ code: 'sign-in.refused' })
  }
}

function open(): string {
  return openSession(bank, team.people.designer.id, now)
}
