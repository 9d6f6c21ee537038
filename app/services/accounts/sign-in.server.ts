import { and, count, eq, gt, lt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { failedSignIns, people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { hashPassword, passwordMatches } from './password.server.ts'
import { openSession } from './sessions.server.ts'

export type SignIn = { email: string; password: string; address: string; now: Date }

/** In a quarter of an hour: wrong passwords for one account, and from one address. */
const window = 15 * 60_000
const mostForEmail = 8
const mostForAddress = 40

const decoy = hashPassword('no account has this password')

/**
 * Opens a session and gives the token for its cookie.
 *
 * A wrong address and a wrong password take the same time and get the same answer.
 *
 * @throws UserError `sign-in.too-many` (429) or `sign-in.refused` (401)
 */
export async function signIn(
  bank: Bank,
  { email, password, address, now }: SignIn,
): Promise<string> {
  const known = email.trim().toLowerCase()
  refuseGuessing(bank, known, address, now)
  // Counted before the password is looked at, so that guesses sent all at once count one by one.
  bank.insert(failedSignIns).values({ email: known, address, at: now.getTime() }).run()
  const person = bank.select().from(people).where(eq(people.email, known)).get()
  const matches = await passwordMatches(person?.passwordHash ?? (await decoy), password)
  if (!person?.passwordHash || !matches) throw new UserError('sign-in.refused', {}, 401)
  bank.delete(failedSignIns).where(eq(failedSignIns.email, known)).run()
  return openSession(bank, person.id, now)
}

function refuseGuessing(bank: Bank, email: string, address: string, now: Date): void {
  const since = now.getTime() - window
  bank
    .delete(failedSignIns)
    .where(lt(failedSignIns.at, now.getTime() - 86_400_000))
    .run()
  const failures = (by: ReturnType<typeof eq>) =>
    bank
      .select({ n: count() })
      .from(failedSignIns)
      .where(and(by, gt(failedSignIns.at, since)))
      .get()!.n
  if (
    failures(eq(failedSignIns.email, email)) >= mostForEmail ||
    failures(eq(failedSignIns.address, address)) >= mostForAddress
  ) {
    throw new UserError('sign-in.too-many', { minutes: window / 60_000 }, 429)
  }
}
