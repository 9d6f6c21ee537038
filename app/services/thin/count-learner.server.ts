import { createHmac } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { thinLearners } from '#app/db/schema/bank/index.ts'
import { mostCounted } from './most-counted.ts'
import { learnersOf, type Thin } from './thin-packages.server.ts'

/**
 * Counts a learner the first time they come.
 *
 * @param sent what the launcher says of them: a digest
 * @returns whether they may play: somebody who came before always may
 */
export function countLearner(
  { bank, signingKey }: Instance,
  { thin }: Thin,
  { sent, now }: { sent: string; now: Date },
): boolean {
  const { packageId, thinId, mostLearners } = thin
  const learner = createHmac('sha256', signingKey)
    .update(`${thinId} ${sent}`)
    .digest('base64url')
  return bank.transaction(
    (tx) => {
      const own = and(eq(thinLearners.packageId, packageId), eq(thinLearners.learner, learner))
      if (tx.select().from(thinLearners).where(own).get()) return true
      const seen = learnersOf(tx, packageId)
      if (seen >= (mostLearners ?? Number.POSITIVE_INFINITY)) return false
      if (seen < mostCounted) {
        tx.insert(thinLearners).values({ packageId, learner, firstSeenAt: now.getTime() }).run()
      }
      return true
    },
    { behavior: 'immediate' },
  )
}
