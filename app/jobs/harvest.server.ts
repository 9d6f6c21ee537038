import type { Instance } from '#app/db/instance.server.ts'
import { harvestSource } from '#app/services/harvest/harvest.server.ts'
import { findDue, takeUpInterrupted } from '#app/services/harvest/sources.server.ts'

/**
 * Harvests the sources that are due, one at a time, in this process.
 *
 * @returns a function that stops it: a harvest under way is given up, and waits for the next start
 */
export function startHarvesting({ bank }: Instance, everyMs = 5000): () => Promise<void> {
  const stopping = new AbortController()
  let working: Promise<void> | null = null
  takeUpInterrupted(bank)
  const timer = setInterval(() => {
    const due = working ? null : findDue(bank, new Date())
    if (due === null) return
    working = harvestSource(bank, due, { signal: stopping.signal, now: () => new Date() })
      .catch((error) => console.error('a bank cannot be harvested', error))
      .finally(() => {
        working = null
      })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await working
  }
}
