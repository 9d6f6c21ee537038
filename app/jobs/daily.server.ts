import type { Instance } from '#app/db/instance.server.ts'
import type { WriteLetter } from '#app/services/daily/daily-letter.server.ts'
import { remindGuests } from '#app/services/daily/remind-guests.server.ts'
import { runDaily } from '#app/services/daily/run-daily.server.ts'
import type { Delivery } from '#app/services/review/invitations.server.ts'

const minute = 60_000

/**
 * Does the work of the day once its hour has come, in this process or in another.
 *
 * @returns a function that stops it
 */
export function startDaily(
  { bank }: Instance,
  { write, invitation }: { write: WriteLetter; invitation: Delivery },
  everyMs = minute,
): () => void {
  const look = () => {
    try {
      runDaily(bank, write, new Date())
      remindGuests(bank, invitation, new Date())
    } catch (error) {
      console.error('the work of the day cannot be done', error)
    }
  }
  look()
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}
