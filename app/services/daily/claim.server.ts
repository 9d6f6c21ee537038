import type { Bank } from '#app/db/client.server.ts'
import { scheduledRuns } from '#app/db/schema/bank/index.ts'

/** Takes a piece of the work of a day for oneself. @returns whether nobody had done it yet */
export function claim(tx: Pick<Bank, 'insert'>, name: string, day: string, now: Date): boolean {
  const ranAt = now.getTime()
  const made = tx.insert(scheduledRuns).values({ name, day, ranAt }).onConflictDoNothing().run()
  return made.changes === 1
}
