import { eq, inArray } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { packages } from '#app/db/schema/bank/index.ts'
import { buildExport, failExport } from '#app/services/exports/build-export.server.ts'

/**
 * Makes the packages that wait, one at a time, in this process. The table is the queue: what a
 * crash interrupted is found there and made again at the next start.
 *
 * @returns a function that stops looking and resolves when the package in hand is finished
 */
export function startWorker(instance: Instance, everyMs = 250): () => Promise<void> {
  let working: Promise<void> | null = null
  let stopping = false
  const look = () => {
    working ??= buildAll(instance, () => stopping)
      .catch((error) => console.error('packages cannot be made', error))
      .finally(() => {
        working = null
      })
  }
  takeUpInterrupted(instance)
  look()
  const timer = setInterval(look, everyMs)
  return async () => {
    stopping = true
    clearInterval(timer)
    await working
  }
}

/** What was being made when the process ended is made again. */
function takeUpInterrupted({ bank }: Instance): void {
  bank
    .update(packages)
    .set({ state: 'waiting', done: 0 })
    .where(inArray(packages.state, ['building', 'checking']))
    .run()
}

async function buildAll(instance: Instance, isStopping: () => boolean): Promise<void> {
  for (let next = findWaiting(instance); next; next = findWaiting(instance)) {
    if (isStopping()) return
    try {
      await buildExport(instance, next)
    } catch (error) {
      console.error(`package ${next} could not be made`, error)
      failExport(instance, next)
    }
  }
}

function findWaiting({ bank }: Instance): string | null {
  const row = bank
    .select({ id: packages.id })
    .from(packages)
    .where(eq(packages.state, 'waiting'))
    .orderBy(packages.requestedAt)
    .limit(1)
    .get()
  return row?.id ?? null
}
