import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { people, personalLinks } from '#app/db/schema/bank/index.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { findGuest, findOrAddGuest } from '#app/services/personal-links/guests.server.ts'
import {
  linksOf,
  makeLink,
  openLink,
  revokeLinks,
} from '#app/services/personal-links/personal-links.server.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'

let here: Workplace
const subject = { purpose: 'review', subjectId: 'a-review' } as const

beforeEach(() => {
  here = workplace()
})

it('a link opens what it was made for, as often as anybody asks, until its day is over', () => {
  const token = made()
  const opened = { ...subject, organisationId: here.organisationId, endsOn: '2026-03-20' }
  for (let times = 0; times < 3; times++)
    expect(openLink(here.bank, { token, now })).toEqual(opened)
  const lastMinute = new Date('2026-03-20T22:59:00Z')
  expect(openLink(here.bank, { token, now: lastMinute })).toEqual(opened)
  const after = new Date('2026-03-20T23:01:00Z')
  expect(() => openLink(here.bank, { token, now: after })).toThrow('link.ended')
})

it('the bank keeps no link that could be used', () => {
  const token = made()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(JSON.stringify(here.bank.select().from(personalLinks).all())).not.toContain(token)
})

it('revoking takes every link to one subject, and none to another', () => {
  const tokens = [made(), made()]
  const other = makeLink(here.bank, { ...link(), subjectId: 'another' })
  expect(revokeLinks(here.bank, { ...subject, now })).toBe(2)
  for (const token of tokens)
    expect(() => openLink(here.bank, { token, now })).toThrow('link.revoked')
  expect(openLink(here.bank, { token: other, now })).toMatchObject({ subjectId: 'another' })
  expect(linksOf(here.bank, subject).map(({ revokedAt }) => revokedAt)).toEqual([
    now.getTime(),
    now.getTime(),
  ])
})

it('what is no link opens nothing', () => {
  for (const token of ['', 'x', 'A'.repeat(43)])
    expect(() => openLink(here.bank, { token, now })).toThrow('link.unknown')
})

it('a guest is found again by their address in one organisation, and never signs in', async () => {
  const invited = { name: 'Lou', email: ' Lou@Exemple.fr ', language: 'fr' } as const
  const { bank, organisationId } = here
  const guest = findOrAddGuest(bank, { ...invited, organisationId })
  expect(findOrAddGuest(bank, { ...invited, organisationId, email: 'lou@exemple.fr' })).toBe(
    guest,
  )
  expect(findGuest(bank, guest)).toMatchObject({ name: 'Lou', email: 'lou@exemple.fr' })
  expect(findGuest(bank, here.people.designer.id)).toBeNull()
  const row = bank.select().from(people).where(eq(people.id, guest)).get()
  expect(row).toMatchObject({ email: null, passwordHash: null })
  for (const password of ['', 'no account has this password'])
    await expect(
      signIn(bank, { email: 'lou@exemple.fr', password, address: '192.0.2.1', now }),
    ).rejects.toThrow('sign-in.refused')
})

it('guests without an address are as many as there are invitations', () => {
  const invited = { organisationId: here.organisationId, name: '', email: null, language: 'fr' }
  const ids = [1, 2].map(() => findOrAddGuest(here.bank, { ...invited, language: 'fr' }))
  expect(new Set(ids).size).toBe(2)
})

function link() {
  const { organisationId, people: team } = here
  return { ...subject, organisationId, endsOn: '2026-03-20', personId: team.designer.id, now }
}

function made(): string {
  return makeLink(here.bank, link())
}
