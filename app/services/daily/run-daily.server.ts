import { and, eq, gt, lte } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { scheduledRuns } from '#app/db/schema/bank/index.ts'
import { dayIn, shiftDay } from '#app/services/guarantees/days.ts'
import { queueLetter } from '#app/services/letters/queue-letter.server.ts'
import { claim } from './claim.server.ts'
import { addresseesOf, dailyNews, type WriteLetter } from './daily-letter.server.ts'

const hourInParis = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', hour12: false, timeZone: 'Europe/Paris' },
})

/** From this hour in Paris on, the letters of the day go out. */
const startsAt = 7
/** A run so many days ahead was another clock's mistake: it holds nothing back. */
const longestJump = 7

/**
 * Does the work of the day, unless it was done. Each letter has a row of its own, written with it:
 * what a crash interrupted goes on where it stood, and two processes at once write none twice.
 *
 * @returns how many letters were queued
 */
export function runDaily(bank: Bank, write: WriteLetter, now: Date): number {
  const day = dayDue(now)
  if (isFirst(bank)) {
    // A new installation, or one that has just learnt to write: nobody is told of all at once.
    claim(bank, 'daily', day, now)
    return 0
  }
  if (isDone(bank, day)) return 0
  let queued = 0
  for (const addressee of addresseesOf(bank)) {
    const news = dailyNews(bank, addressee, { day, now })
    const { to, member } = addressee
    const { organisationId, personId } = member
    const name = `letter ${organisationId} ${personId}`
    const sent = bank.transaction(
      (tx) => {
        if (!news || !claim(tx, name, day, now)) return false
        queueLetter(tx, { organisationId, to, letter: write(news), now })
        return true
      },
      { behavior: 'immediate' },
    )
    if (sent) queued += 1
  }
  claim(bank, 'daily', day, now)
  return queued
}

/** The last day whose hour has come: before it, that is the day before. */
export function dayDue(now: Date): string {
  const today = dayIn(now)
  return Number(hourInParis.format(now)) % 24 >= startsAt ? today : shiftDay(today, -1)
}

function isFirst(bank: Bank): boolean {
  const any = bank.select().from(scheduledRuns).where(eq(scheduledRuns.name, 'daily')).limit(1)
  return any.get() === undefined
}

/** Done that day, or on one a little later: the clock was put back, and those letters went out. */
function isDone(bank: Bank, day: string): boolean {
  const { name, day: done } = scheduledRuns
  const since = and(gt(done, shiftDay(day, -1)), lte(done, shiftDay(day, longestJump)))
  const found = bank
    .select()
    .from(scheduledRuns)
    .where(and(eq(name, 'daily'), since))
    .get()
  return found !== undefined
}
