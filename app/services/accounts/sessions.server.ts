import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { memberships, organisations, people, sessions } from '#app/db/schema/bank/index.ts'
import type { Member } from '#app/services/rights.ts'

/** How long a browser stays signed in. */
export const sessionDays = 14

export function openSession(bank: Bank, personId: string, now: Date): string {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now.getTime() + sessionDays * 86_400_000
  bank.delete(sessions).where(lt(sessions.expiresAt, now.getTime())).run()
  bank
    .insert(sessions)
    .values({ tokenDigest: digestOf(token), personId, expiresAt })
    .run()
  return token
}

export function closeSession(bank: Bank, token: string): void {
  bank
    .delete(sessions)
    .where(eq(sessions.tokenDigest, digestOf(token)))
    .run()
}

export type SignedIn = Member & { language: 'fr' | 'en' | null }

/** Who holds this token, in their first organisation; `null` when nobody does any more. */
export function readSession(bank: Bank, token: string, now: Date): SignedIn | null {
  const rows = readingOf(bank).all({ tokenDigest: digestOf(token), now: now.getTime() })
  const [first] = rows
  if (!first) return null
  const { role: _, ...person } = first
  const here = rows.filter((row) => row.organisationId === first.organisationId)
  return { ...person, roles: here.map((row) => row.role) }
}

/** Asked several times for each page: made ready once for each bank. */
const readings = new WeakMap<Bank, ReturnType<typeof prepareReading>>()

function readingOf(bank: Bank) {
  const reading = readings.get(bank) ?? prepareReading(bank)
  readings.set(bank, reading)
  return reading
}

function prepareReading(bank: Bank) {
  return bank
    .select({
      personId: people.id,
      name: people.name,
      language: people.language,
      organisationId: organisations.id,
      organisationName: organisations.name,
      role: memberships.role,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(sessions.tokenDigest, sql.placeholder('tokenDigest')),
        gt(sessions.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare()
}

export function chooseLanguage(bank: Bank, personId: string, language: 'fr' | 'en'): void {
  bank.update(people).set({ language }).where(eq(people.id, personId)).run()
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
