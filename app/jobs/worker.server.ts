import { inArray } from 'drizzle-orm'
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
  const look = () => {
    working ??= buildAll(instance).finally(() => {
      working = null
    })
  }
  look()
  const timer = setInterval(look, everyMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}

async function buildAll(instance: Instance): Promise<void> {
  for (let next = findUnfinished(instance); next; next = findUnfinished(instance)) {
    try {
      await buildExport(instance, next)
    } catch (error) {
      console.error(`package ${next} could not be made`, error)
      failExport(instance, next)
    }
  }
}

function findUnfinished({ bank }: Instance): string | null {
  const row = bank
    .select({ id: packages.id })
    .from(packages)
    .where(inArray(packages.state, ['waiting', 'building', 'checking']))
    .orderBy(packages.requestedAt)
    .limit(1)
    .get()
  return row?.id ?? null
}
